#include "outbox.h"

#include <stdlib.h>

#define FIFO_FIRST 4

static rtc_outbox_item *fifo_at(const rtc_fifo *fifo, uint32_t index)
{
	return &fifo->items[(fifo->head + index) & (fifo->capacity - 1)];
}

static rtc_status fifo_grow(rtc_fifo *fifo)
{
	uint32_t capacity = fifo->capacity == 0 ? FIFO_FIRST : fifo->capacity * 2;
	rtc_outbox_item *items = malloc(capacity * sizeof(*items));

	if (items == NULL) {
		return RTC_NOMEM;
	}
	for (uint32_t i = 0; i < fifo->count; i++) {
		items[i] = *fifo_at(fifo, i);
	}
	free(fifo->items);
	fifo->items = items;
	fifo->capacity = capacity;
	fifo->head = 0;
	return RTC_OK;
}

/* Takes over the item's reference, if there is memory. */
static rtc_status fifo_push(rtc_fifo *fifo, rtc_outbox_item item)
{
	if (fifo->count == fifo->capacity && fifo_grow(fifo) != RTC_OK) {
		return RTC_NOMEM;
	}
	fifo->count++;
	fifo->bytes += rtc_outbox_size(item.message);
	if (fifo->total != NULL) {
		*fifo->total += rtc_outbox_size(item.message);
	}
	*fifo_at(fifo, fifo->count - 1) = item;
	return RTC_OK;
}

/* The caller takes the reference of the first item over. */
static rtc_message *fifo_shift(rtc_fifo *fifo)
{
	rtc_message *message = fifo_at(fifo, 0)->message;

	fifo->head = (fifo->head + 1) & (fifo->capacity - 1);
	fifo->count--;
	fifo->bytes -= rtc_outbox_size(message);
	if (fifo->total != NULL) {
		*fifo->total -= rtc_outbox_size(message);
	}
	if (fifo->count == 0) {
		free(fifo->items);
		*fifo = (rtc_fifo){.total = fifo->total};
	}
	return message;
}

static void fifo_clear(rtc_fifo *fifo)
{
	while (fifo->count > 0) {
		rtc_message_unref(fifo_shift(fifo));
	}
}

void rtc_outbox_deinit(rtc_outbox *outbox)
{
	fifo_clear(&outbox->kept);
	fifo_clear(&outbox->fresh);
}

rtc_status rtc_outbox_put(rtc_outbox *outbox, rtc_message *message)
{
	if (fifo_push(&outbox->fresh, (rtc_outbox_item){message, 0}) != RTC_OK) {
		return RTC_NOMEM;
	}
	rtc_message_ref(message);
	return RTC_OK;
}

bool rtc_outbox_drop_oldest(rtc_outbox *outbox)
{
	if (outbox->fresh.count == 0) {
		return false;
	}
	rtc_message_unref(fifo_shift(&outbox->fresh));
	return true;
}

void rtc_outbox_drop_fresh(rtc_outbox *outbox)
{
	fifo_clear(&outbox->fresh);
}

rtc_message *rtc_outbox_next(const rtc_outbox *outbox)
{
	if (outbox->written < outbox->kept.count) {
		return fifo_at(&outbox->kept, outbox->written)->message;
	}
	return outbox->fresh.count > 0 ? fifo_at(&outbox->fresh, 0)->message : NULL;
}

rtc_status rtc_outbox_advance(rtc_outbox *outbox, uint32_t second)
{
	if (outbox->written < outbox->kept.count) {
		fifo_at(&outbox->kept, outbox->written)->second = second;
		outbox->written++;
		return RTC_OK;
	}
	if (fifo_push(&outbox->kept, (rtc_outbox_item){fifo_at(&outbox->fresh, 0)->message, second}) !=
		RTC_OK) {
		return RTC_NOMEM;
	}
	fifo_shift(&outbox->fresh); /* the reference went with it */
	outbox->written++;
	return RTC_OK;
}

static void forget_first(rtc_outbox *outbox)
{
	rtc_message_unref(fifo_shift(&outbox->kept));
	outbox->base++;
	outbox->written--;
}

rtc_outbox_place rtc_outbox_go_on(rtc_outbox *outbox, uint64_t number)
{
	if (number < outbox->base) {
		return RTC_OUTBOX_FORGOTTEN;
	}
	if (number - outbox->base > outbox->kept.count) {
		return RTC_OUTBOX_UNKNOWN;
	}
	outbox->written = outbox->kept.count;
	while (outbox->base < number) {
		forget_first(outbox);
	}
	outbox->written = 0;
	return RTC_OUTBOX_KNOWN;
}

void rtc_outbox_trim(rtc_outbox *outbox, size_t bytes)
{
	while (outbox->written > 1 && outbox->kept.bytes > bytes) {
		forget_first(outbox);
	}
}

void rtc_outbox_trim_old(rtc_outbox *outbox, uint32_t second)
{
	while (outbox->written > 0 && fifo_at(&outbox->kept, 0)->second < second) {
		forget_first(outbox);
	}
}

size_t rtc_outbox_waiting(const rtc_outbox *outbox)
{
	size_t bytes = outbox->fresh.bytes;

	for (uint32_t i = outbox->written; i < outbox->kept.count; i++) {
		bytes += rtc_outbox_size(fifo_at(&outbox->kept, i)->message);
	}
	return bytes;
}
