#include "publication.h"

#include "../proto/json.h"

#include <stdlib.h>
#include <sys/time.h>

static uint64_t wall_clock_us(void)
{
	struct timeval now;

	gettimeofday(&now, NULL);
	return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_usec;
}

rtc_publication *rtc_publication_new(rtc_message *message, rtc_slice channel, rtc_slice event)
{
	rtc_publication *pub = calloc(1, sizeof(*pub) + channel.len + event.len);

	if (pub == NULL) {
		return NULL;
	}
	pub->refs = 1;
	pub->message = rtc_message_ref(message);
	pub->time_us = wall_clock_us();
	memcpy(pub->text, channel.data, channel.len);
	pub->channel = rtc_slice_of(pub->text, channel.len);
	if (event.len > 0) {
		memcpy(pub->text + channel.len, event.data, event.len);
	}
	pub->event = rtc_slice_of(pub->text + channel.len, event.len);
	return pub;
}

void rtc_publication_unref(rtc_publication *pub)
{
	if (--pub->refs > 0) {
		return;
	}
	rtc_message_unref(pub->message);
	if (pub->block != NULL) {
		rtc_message_unref(pub->block);
	}
	if (pub->item != NULL) {
		rtc_message_unref(pub->item);
	}
	free(pub);
}

rtc_message *rtc_publication_block(rtc_publication *pub)
{
	char id[RTC_PUBLICATION_ID_MAX];
	rtc_buf out;

	if (pub->block != NULL) {
		return pub->block;
	}
	rtc_buf_init(&out);
	rtc_publication_id_format(&pub->id, id);
	if (rtc_buf_printf(&out, "id: %s\n", id) == RTC_OK) {
		pub->event_at = (uint32_t)out.len;
		if (rtc_message_write_event(pub->message, pub->event, &out) == RTC_OK) {
			pub->block = rtc_message_raw(&out);
		}
	}
	rtc_buf_deinit(&out);
	return pub->block;
}

static rtc_status write_item(rtc_buf *out, const rtc_publication *pub)
{
	const rtc_message *message = pub->message;
	char id[RTC_PUBLICATION_ID_MAX];

	rtc_publication_id_format(&pub->id, id);
	if (rtc_buf_append_str(out, "{\"channel\":") != RTC_OK ||
		rtc_json_string(out, pub->channel) != RTC_OK ||
		rtc_buf_printf(out, ",\"id\":\"%s\",\"event\":", id) != RTC_OK) {
		return RTC_NOMEM;
	}
	if ((pub->event.len > 0 ? rtc_json_string(out, pub->event) : rtc_buf_append_str(out, "null")) !=
			RTC_OK ||
		rtc_buf_append_str(out, ",\"data\":") != RTC_OK) {
		return RTC_NOMEM;
	}
	if ((message->binary ? rtc_json_base64(out, message->payload)
						 : rtc_json_string(out, message->payload)) != RTC_OK) {
		return RTC_NOMEM;
	}
	return rtc_buf_append_str(out, message->binary ? ",\"binary\":true}" : ",\"binary\":false}");
}

rtc_message *rtc_publication_item(rtc_publication *pub)
{
	rtc_buf out;

	if (pub->item != NULL) {
		return pub->item;
	}
	rtc_buf_init(&out);
	if (write_item(&out, pub) == RTC_OK) {
		pub->item = rtc_message_copy(rtc_buf_slice(&out), false);
	}
	rtc_buf_deinit(&out);
	return pub->item;
}
