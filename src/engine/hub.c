#include "hub.h"

#include "../proto/utf8.h"

#include "conn.h"

#include <stdlib.h>

/* A subscription is an entry in the channel's array and one in the connection's. Each knows where
 * the other stands, so that the last entry can take a removed one's place on both sides. */
typedef struct member {
	rtc_conn *conn;
	uint32_t at; /* in conn->subscriptions */
} member;

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

struct rtc_channel {
	rtc_hub *hub; /* NULL once it is freed */
	void *log;
	member *members;
	uint32_t count;
	uint32_t capacity;
	uint32_t holds;
	uint8_t name_len;
	uint8_t name[];
};

struct rtc_hub {
	rtc_map channels; /* by name */
	rtc_store *store;
	size_t subscriptions;
	uint64_t published;
};

rtc_hub *rtc_hub_new(rtc_loop *loop)
{
	rtc_hub *hub = calloc(1, sizeof(*hub));

	if (hub == NULL) {
		return NULL;
	}
	hub->store = rtc_store_memory_new(loop);
	if (hub->store == NULL) {
		free(hub);
		return NULL;
	}
	return hub;
}

void rtc_hub_free(rtc_hub *hub)
{
	size_t cursor = 0;
	rtc_channel *channel;

	if (hub == NULL) {
		return;
	}
	while ((channel = rtc_map_next(&hub->channels, &cursor)) != NULL) {
		hub->store->ops->log_close(hub->store, channel->log);
		channel->log = NULL;
		channel->hub = NULL;
	}
	rtc_map_deinit(&hub->channels);
	hub->store->ops->free(hub->store);
	free(hub);
}

bool rtc_channel_name_valid(rtc_slice name)
{
	if (name.len == 0 || name.len > RTC_CHANNEL_NAME_MAX || !rtc_utf8_valid(name.data, name.len)) {
		return false;
	}
	for (size_t i = 0; i < name.len; i++) {
		uint8_t byte = name.data[i];
		/* U+0080 to U+009F, the controls of ISO 6429, are C2 80 to C2 9F. */
		bool c1 = byte == 0xC2 && name.data[i + 1] < 0xA0;

		if (byte < 0x20 || byte == 0x7F || c1) {
			return false;
		}
	}
	return true;
}

rtc_slice rtc_channel_name(const rtc_channel *channel)
{
	return rtc_slice_of(channel->name, channel->name_len);
}

size_t rtc_channel_count(const rtc_channel *channel)
{
	return channel->count;
}

static rtc_channel *channel_new(rtc_hub *hub, rtc_slice name)
{
	rtc_channel *channel = calloc(1, sizeof(*channel) + name.len);

	if (channel == NULL) {
		return NULL;
	}
	channel->hub = hub;
	channel->name_len = (uint8_t)name.len;
	memcpy(channel->name, name.data, name.len);
	channel->log = hub->store->ops->log_open(hub->store, name);
	if (channel->log == NULL) {
		free(channel);
		return NULL;
	}
	if (rtc_map_add(&hub->channels, rtc_channel_name(channel), channel) != RTC_OK) {
		hub->store->ops->log_close(hub->store, channel->log);
		free(channel);
		return NULL;
	}
	return channel;
}

/* Frees a channel that nobody needs any more. */
static void channel_reap(rtc_channel *channel)
{
	rtc_hub *hub = channel->hub;

	if (channel->holds > 0 || channel->count > 0) {
		return;
	}
	if (hub != NULL) {
		rtc_map_remove(&hub->channels, rtc_channel_name(channel));
		hub->store->ops->log_close(hub->store, channel->log);
	}
	free(channel->members);
	free(channel);
}

rtc_channel *rtc_hub_channel(rtc_hub *hub, rtc_slice name)
{
	rtc_channel *channel = rtc_map_get(&hub->channels, name);

	if (channel == NULL) {
		channel = channel_new(hub, name);
	}
	if (channel != NULL) {
		channel->holds++;
	}
	return channel;
}

void rtc_channel_release(rtc_channel *channel)
{
	channel->holds--;
	channel_reap(channel);
}

/* ---- subscriptions -------------------------------------------------------------------------- */

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

	member *members = realloc(channel->members, capacity * sizeof(*members));

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
	channel->members[channel->count] = (member){conn, at};
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
		member last = channel->members[channel->count];

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
	channel_reap(channel);
}

rtc_status rtc_hub_subscribe(rtc_hub *hub, rtc_conn *conn, rtc_slice name)
{
	rtc_channel *channel = rtc_hub_channel(hub, name);
	rtc_status status = RTC_OK;
	uint32_t at;

	if (channel == NULL) {
		return RTC_NOMEM;
	}
	if (!find(conn, channel, &at)) {
		status = join(conn, channel);
	}
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

/* ---- publishing ----------------------------------------------------------------------------- */

/* A publication on its way into the log. It lives on the stack, since the store in this process
 * completes before append() returns; a store that takes longer needs it on the heap, with a hold
 * on the channel, a reference to the publication, and the connection's id instead of its address.
 */
typedef struct delivery {
	rtc_channel *channel;
	rtc_publication *pub;
	const rtc_conn *except;
	size_t receivers;
	rtc_status status;
} delivery;

/* Delivering neither runs user code nor takes anybody out of the channel: connections that fail are
 * torn down at the end of the turn. */
static void deliver(void *context, rtc_status status)
{
	delivery *job = context;
	const rtc_channel *channel = job->channel;

	job->status = status;
	if (status != RTC_OK) {
		return;
	}
	job->pub->serial = ++channel->hub->published;
	for (uint32_t i = 0; i < channel->count; i++) {
		rtc_conn *conn = channel->members[i].conn;

		if (conn != job->except) {
			conn->mode->deliver(conn, job->pub);
			job->receivers++;
		}
	}
}

rtc_status rtc_channel_publish(rtc_channel *channel, rtc_message *message, rtc_slice event,
	const rtc_conn *except, rtc_published *published)
{
	delivery job = {.channel = channel, .except = except};
	rtc_store *store;

	if (channel->hub == NULL) {
		return RTC_FAILED;
	}
	job.pub = rtc_publication_new(message, rtc_channel_name(channel), event);
	if (job.pub == NULL) {
		return RTC_NOMEM;
	}
	store = channel->hub->store;
	store->ops->append(store, channel->log, job.pub, deliver, &job);
	*published = (rtc_published){job.pub->id, job.receivers};
	rtc_publication_unref(job.pub);
	return job.status;
}

size_t rtc_hub_channel_count(const rtc_hub *hub)
{
	return hub->channels.count;
}

size_t rtc_hub_subscription_count(const rtc_hub *hub)
{
	return hub->subscriptions;
}

bool rtc_channel_newest(const rtc_channel *channel, rtc_publication_id *id)
{
	if (channel->hub == NULL) {
		return false;
	}
	channel->hub->store->ops->newest(channel->hub->store, channel->log, id);
	return true;
}

uint64_t rtc_hub_published_count(const rtc_hub *hub)
{
	return hub->published;
}
