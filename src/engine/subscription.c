/* Who is in which channel: the arrays on both sides. */
#include "channel.h"

#include <stdlib.h>

typedef struct membership {
	rtc_channel *channel;
	uint32_t at; /* in channel->members */
} membership;

/* Not there while a connection has none. */
struct rtc_subscriptions {
	uint32_t count;
	uint32_t capacity;
	membership items[];
};

/* A capacity for `count` entries, with hysteresis between growing and shrinking. */
static uint32_t fitting(uint32_t capacity, uint32_t count)
{
	if (count > capacity) {
		return capacity == 0 ? 1 : capacity * 2;
	}
	return count < capacity / 4 ? capacity / 2 : capacity;
}

static rtc_status channel_fit(rtc_channel *channel, uint32_t count)
{
	uint32_t capacity = fitting(channel->capacity, count);

	if (capacity == channel->capacity) {
		return RTC_OK;
	}

	rtc_member *members = realloc(channel->members, capacity * sizeof(*members));

	if (members == NULL) {
		return RTC_NOMEM;
	}
	channel->members = members;
	channel->capacity = capacity;
	return RTC_OK;
}

static rtc_status conn_fit(rtc_conn *conn, uint32_t count)
{
	rtc_subscriptions *subscriptions = conn->subscriptions;
	uint32_t old = subscriptions != NULL ? subscriptions->capacity : 0;
	uint32_t capacity = fitting(old, count);

	if (count == 0) {
		free(subscriptions);
		conn->subscriptions = NULL;
		return RTC_OK;
	}
	if (capacity == old) {
		return RTC_OK;
	}
	subscriptions = realloc(subscriptions, sizeof(*subscriptions) + capacity * sizeof(membership));
	if (subscriptions == NULL) {
		return RTC_NOMEM;
	}
	if (old == 0) {
		subscriptions->count = 0;
	}
	subscriptions->capacity = capacity;
	conn->subscriptions = subscriptions;
	return RTC_OK;
}

/* True if the connection is in the channel; *at is where in its subscriptions. The shorter of the
 * two arrays is searched, so at most the square root of all subscriptions, in one run of memory. */
static bool find(const rtc_conn *conn, const rtc_channel *channel, uint32_t *at)
{
	const rtc_subscriptions *subscriptions = conn->subscriptions;

	if (subscriptions == NULL) {
		return false;
	}
	if (channel->count < subscriptions->count) {
		for (uint32_t i = 0; i < channel->count; i++) {
			if (channel->members[i].conn == conn) {
				*at = channel->members[i].at;
				return true;
			}
		}
		return false;
	}
	for (uint32_t i = 0; i < subscriptions->count; i++) {
		if (subscriptions->items[i].channel == channel) {
			*at = i;
			return true;
		}
	}
	return false;
}

static rtc_status join(rtc_conn *conn, rtc_channel *channel)
{
	uint32_t at = conn->subscriptions != NULL ? conn->subscriptions->count : 0;

	if (channel_fit(channel, channel->count + 1) != RTC_OK || conn_fit(conn, at + 1) != RTC_OK) {
		return RTC_NOMEM;
	}
	conn->subscriptions->items[at] = (membership){channel, channel->count};
	channel->members[channel->count] = (rtc_member){conn, at};
	conn->subscriptions->count++;
	channel->count++;
	channel->hub->subscriptions++;
	return RTC_OK;
}

static void leave(rtc_conn *conn, uint32_t at)
{
	rtc_subscriptions *subscriptions = conn->subscriptions;
	rtc_channel *channel = subscriptions->items[at].channel;
	uint32_t place = subscriptions->items[at].at;

	channel->count--;
	if (place != channel->count) {
		rtc_member last = channel->members[channel->count];

		channel->members[place] = last;
		last.conn->subscriptions->items[last.at].at = place;
	}
	subscriptions->count--;
	if (at != subscriptions->count) {
		membership last = subscriptions->items[subscriptions->count];

		subscriptions->items[at] = last;
		last.channel->members[last.at].at = at;
	}
	channel->hub->subscriptions--;
	/* Without memory for smaller arrays the larger ones stay. */
	(void)channel_fit(channel, channel->count);
	(void)conn_fit(conn, subscriptions->count);
	rtc_channel_settle(channel);
}

rtc_status rtc_channel_subscribe(rtc_channel *channel, rtc_conn *conn)
{
	uint32_t at;

	if (channel->hub == NULL) {
		return RTC_FAILED;
	}
	return find(conn, channel, &at) ? RTC_OK : join(conn, channel);
}

rtc_status rtc_hub_subscribe(rtc_hub *hub, rtc_conn *conn, rtc_slice name)
{
	rtc_channel *channel = rtc_hub_channel(hub, name);
	rtc_status status;

	if (channel == NULL) {
		return RTC_NOMEM;
	}
	status = rtc_channel_subscribe(channel, conn);
	rtc_channel_release(channel);
	return status;
}

void rtc_hub_unsubscribe(rtc_hub *hub, rtc_conn *conn, rtc_slice name)
{
	const rtc_channel *channel = rtc_map_get(&hub->channels, name);
	uint32_t at;

	if (channel != NULL && find(conn, channel, &at)) {
		leave(conn, at);
	}
}

void rtc_hub_forget(rtc_conn *conn)
{
	while (conn->subscriptions != NULL) {
		leave(conn, conn->subscriptions->count - 1);
	}
}
