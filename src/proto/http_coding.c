/* Content codings that clients accept (RFC 9110 12.5.3). */
#include "http_chars.h"

/* Weights in thousandths. */
#define WEIGHT_MAX 1000
#define WEIGHT_NONE (-1) /* it was not named */

/* What was said of codings; a name that comes twice has its lower weight. */
typedef struct weights {
	int gzip;
	int identity;
	int any;
} weights;

/* RFC 9110 12.4.2: 0 to 1, with up to three digits; 0 for what is none. */
static int read_weight(rtc_slice text)
{
	int scale = WEIGHT_MAX;
	int weight;

	if (text.len == 0 || text.len > 5 || (text.data[0] != '0' && text.data[0] != '1') ||
		(text.len > 1 && text.data[1] != '.')) {
		return 0;
	}
	weight = (text.data[0] - '0') * scale;
	for (size_t i = 2; i < text.len; i++) {
		if (!rtc_http_char_is(text.data[i], RTC_HTTP_DIGIT)) {
			return 0;
		}
		scale /= 10;
		weight += (text.data[i] - '0') * scale;
	}
	return weight <= WEIGHT_MAX ? weight : 0;
}

/* Takes what stands in front of the next ';' off *text, without the white space around it. */
static rtc_slice next_part(rtc_slice *text)
{
	const uint8_t *end = text->len > 0 ? memchr(text->data, ';', text->len) : NULL;
	size_t len = end != NULL ? (size_t)(end - text->data) : text->len;
	size_t taken = end != NULL ? len + 1 : len;
	rtc_slice part = rtc_http_trim(rtc_slice_of(text->data, len));

	*text = rtc_slice_of(text->data + taken, text->len - taken);
	return part;
}

static int weight_of(rtc_slice parameters)
{
	rtc_slice part;

	if (parameters.len == 0) {
		return WEIGHT_MAX;
	}
	part = next_part(&parameters);
	if (part.len < 2 || (part.data[0] | 0x20) != 'q' || part.data[1] != '=' || parameters.len > 0) {
		return 0; /* a coding has no other parameters */
	}
	return read_weight(rtc_slice_of(part.data + 2, part.len - 2));
}

static void note(int *of, int weight)
{
	if (*of == WEIGHT_NONE || weight < *of) {
		*of = weight;
	}
}

static void read_element(weights *said, rtc_slice element)
{
	rtc_slice name = next_part(&element);
	int weight = weight_of(element);

	/* RFC 9110 8.4.1.3: x-gzip is another name for it. */
	if (rtc_slice_equals_nocase(name, RTC_SLICE("gzip")) ||
		rtc_slice_equals_nocase(name, RTC_SLICE("x-gzip"))) {
		note(&said->gzip, weight);
	} else if (rtc_slice_equals_nocase(name, RTC_SLICE("identity"))) {
		note(&said->identity, weight);
	} else if (rtc_slice_equals(name, RTC_SLICE("*"))) {
		note(&said->any, weight);
	}
}

bool rtc_http_accepts_gzip(const rtc_http_field *fields, size_t count, const uint8_t *base)
{
	weights said = {WEIGHT_NONE, WEIGHT_NONE, WEIGHT_NONE};
	rtc_slice element;
	int weight;

	for (size_t i = 0; i < count; i++) {
		rtc_slice list = rtc_http_span_slice(base, fields[i].value);

		if (!rtc_slice_equals_nocase(
				rtc_http_span_slice(base, fields[i].name), RTC_SLICE("accept-encoding"))) {
			continue;
		}
		while (rtc_http_list_next(&list, &element)) {
			read_element(&said, element);
		}
	}
	weight = said.gzip != WEIGHT_NONE ? said.gzip : said.any;
	return weight > 0 && weight >= said.identity;
}
