/* link: src/engine/compression.c src/engine/message.c */
#include "check.h"

#include "../../src/engine/compression.h"
#include "random.h"

#define ZLIB_CONST
#include <zlib.h>

static const rtc_deflate_options options = {.min_bytes = 10, .level = 6, .on = true};

static rtc_context *new_context(rtc_compression *compression, uint8_t bits)
{
	rtc_deflate_params agreed = {.server_no_context_takeover = true,
		.client_no_context_takeover = true,
		.server_window_bits = bits,
		.client_window_bits = 15};
	rtc_context *context = rtc_context_new(compression, &options, &agreed);

	CHECK(context != NULL);
	return context;
}

/* Words of noise that come again at distances below and beyond each window. */
static rtc_message *make_message(void)
{
	static uint8_t text[60000];
	size_t len = 0;

	while (len < 100) {
		text[len++] = (uint8_t)random_below(256);
	}
	while (len < sizeof(text) - 100) {
		size_t back = 100 + random_below(len < 40000 ? (uint32_t)(len - 99) : 39900);

		for (int i = 0; i < 50; i++, len++) {
			text[len] = len % 7 == 0 ? (uint8_t)random_below(256) : text[len - back];
		}
	}
	return rtc_message_copy(rtc_slice_of(text, len), true);
}

/* An inflater of just that window; byte by byte, since it does not look at the window for what the
 * same call has written. */
static void check_form(const rtc_message *form, const rtc_message *message, uint8_t bits)
{
	uint8_t *out = malloc(message->payload.len + 1);
	size_t made = 0;
	z_stream peer = {0};
	int result;

	CHECK_INT(inflateInit2(&peer, -(int)bits), Z_OK);
	peer.next_in = form->payload.data;
	peer.avail_in = (uInt)form->payload.len;
	do {
		peer.next_out = out + made;
		peer.avail_out = 1;
		result = inflate(&peer, Z_SYNC_FLUSH);
		made += 1 - peer.avail_out;
	} while (result == Z_OK && peer.avail_out == 0 && made < message->payload.len);
	CHECK_BYTES(out, made, message->payload.data, message->payload.len);
	inflateEnd(&peer);
	free(out);
}

/* Three at most, whatever windows the receivers have agreed on. */
static void test_shared_forms(void)
{
	static const uint8_t rounded[] = {9, 9, 9, 9, 12, 12, 12, 15};
	rtc_compression compression = {.budget = 0};
	rtc_message *message = make_message();
	rtc_message *forms[16] = {NULL};

	for (uint8_t bits = RTC_WINDOW_BITS_MIN; bits <= RTC_WINDOW_BITS_MAX; bits++) {
		rtc_context *context = new_context(&compression, bits);
		rtc_message *form = rtc_context_shared(&compression, context, message);
		uint8_t same = rounded[bits - RTC_WINDOW_BITS_MIN];

		check_case("a window of %u bits", bits);
		CHECK(form != NULL && form != message);
		CHECK(forms[same] == NULL || forms[same] == form);
		check_form(form, message, bits);
		forms[same] = form;
		rtc_context_free(&compression, context);
	}
	CHECK(forms[9] != forms[12] && forms[12] != forms[15] && forms[15] != forms[9]);
	CHECK(forms[15]->payload.len < forms[12]->payload.len);
	CHECK(forms[12]->payload.len < forms[9]->payload.len);
	rtc_message_unref(message);
	CHECK_INT(compression.used, 0);
	rtc_compression_deinit(&compression);
}

int main(void)
{
	test_shared_forms();
	return check_done("test_compression");
}
