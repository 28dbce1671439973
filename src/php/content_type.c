#include "content_type.h"

static const struct {
	const char *extension;
	const char *type;
} types[] = {
	{"html", "text/html; charset=utf-8"},
	{"htm", "text/html; charset=utf-8"},
	{"css", "text/css; charset=utf-8"},
	{"js", "text/javascript; charset=utf-8"},
	{"mjs", "text/javascript; charset=utf-8"},
	{"json", "application/json"},
	{"map", "application/json"},
	{"webmanifest", "application/manifest+json"},
	{"txt", "text/plain; charset=utf-8"},
	{"md", "text/markdown; charset=utf-8"},
	{"csv", "text/csv; charset=utf-8"},
	{"xml", "application/xml"},
	{"svg", "image/svg+xml"},
	{"png", "image/png"},
	{"jpg", "image/jpeg"},
	{"jpeg", "image/jpeg"},
	{"gif", "image/gif"},
	{"webp", "image/webp"},
	{"avif", "image/avif"},
	{"ico", "image/vnd.microsoft.icon"},
	{"woff", "font/woff"},
	{"woff2", "font/woff2"},
	{"ttf", "font/ttf"},
	{"otf", "font/otf"},
	{"mp3", "audio/mpeg"},
	{"ogg", "audio/ogg"},
	{"wav", "audio/wav"},
	{"mp4", "video/mp4"},
	{"webm", "video/webm"},
	{"pdf", "application/pdf"},
	{"wasm", "application/wasm"},
	{"zip", "application/zip"},
};

static rtc_slice text_slice(const char *text)
{
	return rtc_slice_of(text, strlen(text));
}

/* What is behind the last dot of the file's name; empty if there is none. */
static rtc_slice extension_of(rtc_slice path)
{
	size_t at = path.len;

	while (at > 0 && path.data[at - 1] != '.' && path.data[at - 1] != '/') {
		at--;
	}
	if (at == 0 || path.data[at - 1] == '/') {
		return (rtc_slice){0};
	}
	return rtc_slice_of(path.data + at, path.len - at);
}

rtc_slice php_rtcomm_content_type(rtc_slice path)
{
	rtc_slice extension = extension_of(path);

	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		if (rtc_slice_equals_nocase(extension, text_slice(types[i].extension))) {
			return text_slice(types[i].type);
		}
	}
	return RTC_SLICE("application/octet-stream");
}
