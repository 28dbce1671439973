#include "compression.h"

#include <stdlib.h>

/* A run up to this size is remembered. */
#define COMPRESSION_RUN_BYTES (256 * 1024)

/* Runs that are compressed in one turn, and one more: between one and two milliseconds. */
#define COMPRESSION_TURN_BYTES (64 * 1024)

/* The buffer for messages that are compressed is kept from one to the next up to this size. */
#define COMPRESSION_KEEP_BYTES (64 * 1024)

/* Bits of the windows that forms of a publication have. */
static const uint8_t shared_windows[RTC_SHARED_WINDOWS] = {15, 12, 9};

void rtc_compression_deinit(rtc_compression *compression)
{
	rtc_inflater_free(compression->inflater);
	for (size_t i = 0; i < RTC_SHARED_WINDOWS; i++) {
		for (size_t j = 0; j < RTC_LEVELS; j++) {
			rtc_deflater_free(compression->deflaters[i][j]);
		}
	}
	rtc_buf_deinit(&compression->deflated);
	rtc_buf_deinit(&compression->inflated);
	rtc_buf_deinit(&compression->run.text);
	rtc_buf_deinit(&compression->run.piece);
	*compression = (rtc_compression){0};
}

/* Bytes that the messages of a client are remembered in. */
static size_t history_bytes(const rtc_deflate_params *params)
{
	return params->client_no_context_takeover ? 0 : (size_t)1 << params->client_window_bits;
}

static bool has_room(const rtc_compression *compression, size_t len)
{
	return compression->used <= compression->budget &&
		len <= compression->budget - compression->used;
}

bool rtc_compression_agree(rtc_compression *compression, rtc_slice offers,
	const rtc_deflate_options *options, rtc_deflate_params *agreed)
{
	if (!options->on || !rtc_deflate_negotiate(offers, &options->wanted, agreed)) {
		return false;
	}
	if (!has_room(compression, history_bytes(agreed))) {
		compression->refused++;
		agreed->client_no_context_takeover = true;
		agreed->server_no_context_takeover = true;
	}
	return true;
}

rtc_context *rtc_context_new(rtc_compression *compression, const rtc_deflate_options *options,
	const rtc_deflate_params *agreed)
{
	rtc_context *context = calloc(1, sizeof(*context));

	if (context != NULL) {
		context->params = *agreed;
		context->level = options->level;
		context->min_bytes = options->min_bytes;
		context->reserved = history_bytes(agreed);
		compression->used += context->reserved;
	}
	return context;
}

static void drop_own(rtc_compression *compression, rtc_context *context)
{
	if (context->own != NULL) {
		rtc_deflater_free(context->own);
		context->own = NULL;
		compression->used -= rtc_deflater_memory(context->params.server_window_bits);
	}
}

void rtc_context_free(rtc_compression *compression, rtc_context *context)
{
	if (context == NULL) {
		return;
	}
	drop_own(compression, context);
	compression->used -= context->reserved;
	rtc_buf_deinit(&context->history);
	free(context);
}

int rtc_context_inflate(rtc_compression *compression, rtc_context *context, rtc_slice payload,
	size_t max_bytes, rtc_buf *out)
{
	if (compression->inflater == NULL) {
		compression->inflater = rtc_inflater_new();
	}
	if (compression->inflater == NULL) {
		return RTC_CLOSE_INTERNAL_ERROR;
	}
	return rtc_inflater_run(compression->inflater,
		context->params.client_no_context_takeover ? NULL : &context->history,
		context->params.client_window_bits, payload, max_bytes, out);
}

/* ---- what goes out ------------------------------------------------------------------------------
 */

/* The shared window, by its number, that does for a window: the last one does for 8 bits, too, as
 * rtc_deflater_new() has it. */
static size_t shared_window(uint8_t window_bits)
{
	size_t window = 0;

	while (window < RTC_SHARED_WINDOWS - 1 && shared_windows[window] > window_bits) {
		window++;
	}
	return window;
}

/* What tells apart the shared forms of a message. */
static uint8_t kind_of(size_t window, uint8_t level)
{
	return (uint8_t)(shared_windows[window] << 4 | level);
}

static rtc_deflater *shared_deflater(rtc_compression *compression, size_t window, uint8_t level)
{
	rtc_deflater **deflater = &compression->deflaters[window][level - 1];

	if (*deflater == NULL) {
		*deflater = rtc_deflater_new(shared_windows[window], level);
	}
	return *deflater;
}

/* Compresses into compression->deflated. */
static rtc_status deflate_message(
	rtc_compression *compression, rtc_deflater *deflater, const rtc_message *message)
{
	compression->deflated.len = 0;
	if (deflater == NULL) {
		return RTC_NOMEM;
	}
	return rtc_deflater_run(deflater, message->payload, &compression->deflated);
}

static void put_buffer_away(rtc_compression *compression)
{
	if (compression->deflated.cap > COMPRESSION_KEEP_BYTES) {
		rtc_buf_deinit(&compression->deflated);
	}
}

rtc_message *rtc_context_shared(
	rtc_compression *compression, rtc_context *context, rtc_message *message)
{
	size_t window = shared_window(context->params.server_window_bits);
	uint8_t kind = kind_of(window, context->level);
	rtc_message *form;

	if (message->payload.len < context->min_bytes) {
		return message;
	}
	context->stale = true;
	form = rtc_message_deflated(message, kind);
	if (form == NULL) {
		rtc_deflater *deflater = shared_deflater(compression, window, context->level);

		if (deflater != NULL) {
			rtc_deflater_reset(deflater);
		}
		if (deflate_message(compression, deflater, message) == RTC_OK) {
			form = rtc_message_add_deflated(message, kind, rtc_buf_slice(&compression->deflated));
		}
		put_buffer_away(compression);
	}
	return form != NULL ? form : message;
}

/* The connection's own deflater, if it may have one. */
static rtc_deflater *own_deflater(rtc_compression *compression, rtc_context *context)
{
	size_t memory = rtc_deflater_memory(context->params.server_window_bits);

	if (context->params.server_no_context_takeover) {
		return NULL;
	}
	if (context->own == NULL && has_room(compression, memory)) {
		context->own = rtc_deflater_new(context->params.server_window_bits, context->level);
		if (context->own != NULL) {
			compression->used += memory;
			context->stale = false;
		}
	}
	if (context->own != NULL && context->stale) {
		rtc_deflater_reset(context->own);
		context->stale = false;
	}
	context->idle = false;
	return context->own;
}

rtc_message *rtc_context_own(
	rtc_compression *compression, rtc_context *context, rtc_message *message)
{
	rtc_message *form = NULL;
	rtc_deflater *deflater;

	if (message->payload.len < context->min_bytes) {
		return rtc_message_ref(message);
	}
	deflater = own_deflater(compression, context);
	if (deflater == NULL) {
		return rtc_message_ref(rtc_context_shared(compression, context, message));
	}
	if (deflate_message(compression, deflater, message) == RTC_OK &&
		compression->deflated.len < message->payload.len) {
		form = rtc_message_compressed(rtc_buf_slice(&compression->deflated), message->binary);
	}
	put_buffer_away(compression);
	if (form == NULL) {
		context->stale = true;
		return rtc_message_ref(message);
	}
	return form;
}

void rtc_context_beat(rtc_compression *compression, rtc_context *context)
{
	if (context->idle) {
		drop_own(compression, context);
	}
	context->idle = true;
}

/* ---- gzip ---------------------------------------------------------------------------------------
 */

/* What tells apart the pieces of a message, among themselves and from forms with a window. */
#define PIECE_OF_REST 0x10

/* Short texts are stored. */
static uint8_t piece_level(rtc_slice text, const rtc_deflate_options *options)
{
	return text.len < options->min_bytes ? 0 : options->level;
}

static rtc_status write_piece(
	rtc_compression *compression, rtc_slice text, uint8_t level, rtc_buf *out)
{
	return rtc_gzip_write(
		level > 0 ? shared_deflater(compression, shared_window(RTC_WINDOW_BITS_MAX), level) : NULL,
		text, out);
}

rtc_message *rtc_compression_piece(rtc_compression *compression, rtc_message *message, size_t skip,
	const rtc_deflate_options *options)
{
	rtc_slice text = rtc_slice_of(message->payload.data + skip, message->payload.len - skip);
	uint8_t level = piece_level(text, options);
	uint8_t kind = (uint8_t)(level | (skip > 0 ? PIECE_OF_REST : 0));
	rtc_message *piece = rtc_message_deflated(message, kind);
	rtc_gzip_part part;

	if (piece != NULL) {
		return piece;
	}
	compression->deflated.len = 0;
	if (write_piece(compression, text, level, &compression->deflated) == RTC_OK) {
		part = rtc_gzip_part_of(text);
		piece = rtc_message_add_piece(message, kind, rtc_buf_slice(&compression->deflated), &part);
	}
	put_buffer_away(compression);
	return piece;
}

rtc_status rtc_compression_write_piece(
	rtc_compression *compression, rtc_slice text, const rtc_deflate_options *options, rtc_buf *out)
{
	return write_piece(compression, text, piece_level(text, options), out);
}

/* Nothing is remembered for want of memory. */
static void remember_run(rtc_compressed_run *run, rtc_slice text, uint8_t level, rtc_slice piece)
{
	run->text.len = 0;
	run->piece.len = 0;
	if (text.len > COMPRESSION_RUN_BYTES ||
		rtc_buf_append(&run->text, text.data, text.len) != RTC_OK) {
		return;
	}
	if (rtc_buf_append(&run->piece, piece.data, piece.len) != RTC_OK) {
		run->text.len = 0;
	}
	run->level = level;
}

rtc_status rtc_compression_write_run(
	rtc_compression *compression, rtc_slice text, const rtc_deflate_options *options, rtc_buf *out)
{
	uint8_t level = piece_level(text, options);
	rtc_compressed_run *run = &compression->run;
	size_t start = out->len;
	rtc_status status;

	if (level == 0 || text.len == 0) {
		return rtc_gzip_write(NULL, text, out);
	}
	if (level == run->level && rtc_slice_equals(text, rtc_buf_slice(&run->text))) {
		return rtc_buf_append(out, run->piece.data, run->piece.len);
	}
	compression->spent += text.len;
	status = write_piece(compression, text, level, out);
	if (status == RTC_OK) {
		remember_run(run, text, level, rtc_slice_of(out->data + start, out->len - start));
	}
	return status;
}

bool rtc_compression_is_tired(rtc_compression *compression, uint64_t turn)
{
	if (compression->turn != turn) {
		compression->turn = turn;
		compression->spent = 0;
	}
	return compression->spent >= COMPRESSION_TURN_BYTES;
}
