#include "hub.h"

#include "../proto/utf8.h"

#include "channel.h"
#include "glob.h"

#include <stdlib.h>

/* A connection is fetched from memory so many before it is its turn. */
#define HUB_AHEAD 4

/* How long a channel that nobody needs is kept, so that its numbering goes on for clients who come
 * back: longer than they need after the network failed them. */
#define HUB_IDLE_MS (2 * 60 * 1000)

/* And how many of these at most, a few hundred bytes each: whoever may subscribe to any name could
 * otherwise make millions. The one that was idle longest goes first. */
#define HUB_IDLE_MAX 10000

/* History beyond its age is forgotten when the channel is used, so it may wait this long in one
 * that is not, and a look at the channel can take many entries at once. */
#define HUB_LOOK_MS 1000

rtc_hub *rtc_hub_new(rtc_loop *loop)
{
	rtc_hub *hub = calloc(1, sizeof(*hub));

	if (hub == NULL) {
		return NULL;
	}
	hub->loop = loop;
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
	rtc_timer_stop(&hub->idle_timer);
	while ((channel = rtc_map_next(&hub->channels, &cursor)) != NULL) {
		rtc_timer_stop(&channel->look);
		hub->store->ops->log_close(hub->store, channel->log);
		channel->log = NULL;
		channel->hub = NULL;
		rtc_channel_settle(channel);
	}
	rtc_map_deinit(&hub->channels);
	hub->store->ops->free(hub->store);
	for (size_t i = 0; i < hub->rule_count; i++) {
		rtc_slice_free(hub->rules[i].glob);
	}
	free(hub->rules);
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

/* ---- life --------------------------------------------------------------------------------------
 */

static void idle_fire(rtc_timer *timer);

static void idle_link(rtc_channel *channel)
{
	rtc_hub *hub = channel->hub;

	channel->is_idle = true;
	channel->newer = NULL;
	channel->older = hub->idle_newest;
	if (hub->idle_newest != NULL) {
		hub->idle_newest->newer = channel;
	} else {
		hub->idle_oldest = channel;
	}
	hub->idle_newest = channel;
	hub->idle_count++;
	if (hub->loop != NULL) {
		channel->idle_ms = rtc_loop_now_ms(hub->loop);
		if (!rtc_timer_runs(&hub->idle_timer)) {
			rtc_timer_start(&hub->loop->wheel, &hub->idle_timer, HUB_IDLE_MS, idle_fire);
		}
	}
}

static void idle_unlink(rtc_channel *channel)
{
	rtc_hub *hub = channel->hub;

	channel->is_idle = false;
	*(channel->newer != NULL ? &channel->newer->older : &hub->idle_newest) = channel->older;
	*(channel->older != NULL ? &channel->older->newer : &hub->idle_oldest) = channel->newer;
	hub->idle_count--;
}

static void idle_drop_oldest(rtc_hub *hub)
{
	rtc_channel *channel = hub->idle_oldest;

	idle_unlink(channel);
	rtc_map_remove(&hub->channels, rtc_channel_name(channel));
	hub->store->ops->log_close(hub->store, channel->log);
	free(channel);
}

static void idle_bound(rtc_hub *hub)
{
	while (hub->idle_count > HUB_IDLE_MAX) {
		idle_drop_oldest(hub);
	}
}

static void idle_fire(rtc_timer *timer)
{
	rtc_hub *hub = (rtc_hub *)((char *)timer - offsetof(rtc_hub, idle_timer));
	uint64_t now = rtc_loop_now_ms(hub->loop);

	while (hub->idle_oldest != NULL) {
		uint64_t age = now - hub->idle_oldest->idle_ms;

		if (age < HUB_IDLE_MS) {
			rtc_timer_start(&hub->loop->wheel, timer, HUB_IDLE_MS - (uint32_t)age, idle_fire);
			return;
		}
		idle_drop_oldest(hub);
	}
}

/* Has the channel become idle if nobody needs it; the map stays as it is. */
static void settle(rtc_channel *channel)
{
	const rtc_store *store = channel->hub->store;

	if (channel->is_idle || channel->holds > 0 || channel->count > 0 ||
		store->ops->log_is_used(channel->hub->store, channel->log)) {
		return;
	}
	rtc_timer_stop(&channel->look);
	free(channel->members);
	channel->members = NULL;
	channel->capacity = 0;
	idle_link(channel);
}

void rtc_channel_settle(rtc_channel *channel)
{
	if (channel->hub != NULL) {
		settle(channel);
		idle_bound(channel->hub);
	} else if (channel->holds == 0) {
		free(channel->members);
		free(channel);
	}
}

static void look_fire(rtc_timer *timer);

static void watch(rtc_channel *channel, uint32_t delay_ms)
{
	if (channel->hub->loop != NULL) {
		rtc_timer_start(&channel->hub->loop->wheel, &channel->look,
			delay_ms < HUB_LOOK_MS ? HUB_LOOK_MS : delay_ms, look_fire);
	}
}

/* Forgets history that is too old, and waits until there is more to forget. */
static void look(rtc_channel *channel)
{
	rtc_store *store = channel->hub->store;
	uint32_t delay_ms = store->ops->log_expire(store, channel->log);

	if (delay_ms > 0) {
		watch(channel, delay_ms);
	} else {
		rtc_timer_stop(&channel->look);
	}
}

static void look_fire(rtc_timer *timer)
{
	rtc_channel *channel = (rtc_channel *)((char *)timer - offsetof(rtc_channel, look));

	look(channel);
	rtc_channel_settle(channel);
}

/* ---- options -----------------------------------------------------------------------------------
 */

/* Gives the channel the options of the first rule that matches its name. */
static void channel_configure(rtc_channel *channel)
{
	static const rtc_channel_options none;
	const rtc_hub *hub = channel->hub;
	const rtc_channel_options *options = &none;

	for (size_t i = 0; i < hub->rule_count && options == &none; i++) {
		if (rtc_glob_matches(hub->rules[i].glob, rtc_channel_name(channel))) {
			options = &hub->rules[i].options;
		}
	}
	channel->has_overflow = options != &none;
	channel->overflow = (uint8_t)options->overflow;
	channel->ttl_ms = options->limits.entries > 0 ? options->limits.ttl_ms : 0;
	hub->store->ops->log_limit(hub->store, channel->log, &options->limits);
}

static rtc_status add_rule(rtc_hub *hub, rtc_slice glob, const rtc_channel_options *options)
{
	rtc_hub_rule *rules = realloc(hub->rules, (hub->rule_count + 1) * sizeof(*rules));

	if (rules == NULL) {
		return RTC_NOMEM;
	}
	hub->rules = rules;
	rules[hub->rule_count].options = *options;
	if (rtc_slice_copy(&rules[hub->rule_count].glob, glob) != RTC_OK) {
		return RTC_NOMEM;
	}
	hub->rule_count++;
	return RTC_OK;
}

rtc_status rtc_hub_configure(rtc_hub *hub, rtc_slice glob, const rtc_channel_options *options)
{
	size_t cursor = 0;
	rtc_channel *channel;
	size_t i = 0;

	while (i < hub->rule_count && !rtc_slice_equals(hub->rules[i].glob, glob)) {
		i++;
	}
	if (i < hub->rule_count) {
		hub->rules[i].options = *options;
	} else if (add_rule(hub, glob, options) != RTC_OK) {
		return RTC_NOMEM;
	}
	while ((channel = rtc_map_next(&hub->channels, &cursor)) != NULL) {
		channel_configure(channel);
		look(channel);
		settle(channel);
	}
	idle_bound(hub);
	return RTC_OK;
}

rtc_overflow rtc_channel_overflow(const rtc_channel *channel, rtc_overflow of_route)
{
	return channel->has_overflow ? (rtc_overflow)channel->overflow : of_route;
}

/* ---- channels ----------------------------------------------------------------------------------
 */

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
	channel_configure(channel);
	return channel;
}

rtc_channel *rtc_hub_channel(rtc_hub *hub, rtc_slice name)
{
	rtc_channel *channel = rtc_map_get(&hub->channels, name);

	if (channel == NULL) {
		channel = channel_new(hub, name);
	} else if (channel->is_idle) {
		idle_unlink(channel);
	}
	if (channel != NULL) {
		channel->holds++;
	}
	return channel;
}

void rtc_channel_release(rtc_channel *channel)
{
	channel->holds--;
	rtc_channel_settle(channel);
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

		if (i + HUB_AHEAD < channel->count) {
			rtc_conn_prefetch(channel->members[i + HUB_AHEAD].conn);
		}
		if (conn != job->except) {
			conn->mode->deliver(conn, job->pub);
			job->receivers++;
		}
	}
	channel->hub->delivered += job->receivers;
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
	job.pub->has_overflow = channel->has_overflow;
	job.pub->overflow = channel->overflow;
	store = channel->hub->store;
	store->ops->append(store, channel->log, job.pub, deliver, &job);
	if (channel->ttl_ms > 0 && !rtc_timer_runs(&channel->look)) {
		watch(channel, channel->ttl_ms);
	}
	*published = (rtc_published){job.pub->id, job.receivers};
	rtc_publication_unref(job.pub);
	return job.status;
}

/* ---- logs --------------------------------------------------------------------------------------
 */

bool rtc_channel_newest(const rtc_channel *channel, rtc_publication_id *id)
{
	if (channel->hub == NULL) {
		return false;
	}
	channel->hub->store->ops->newest(channel->hub->store, channel->log, id);
	return true;
}

static const rtc_page page_gone = {.status = RTC_FAILED};

void rtc_channel_read(rtc_channel *channel, const rtc_publication_id *after, size_t max,
	rtc_store_page done, void *context)
{
	if (channel->hub == NULL) {
		done(context, &page_gone);
		return;
	}
	channel->hub->store->ops->read(channel->hub->store, channel->log, after, max, done, context);
}

void rtc_channel_recent(rtc_channel *channel, size_t max, rtc_store_page done, void *context)
{
	if (channel->hub == NULL) {
		done(context, &page_gone);
		return;
	}
	channel->hub->store->ops->recent(channel->hub->store, channel->log, max, done, context);
}

/* ---- counts ------------------------------------------------------------------------------------
 */

size_t rtc_hub_channel_count(const rtc_hub *hub)
{
	return hub->channels.count - hub->idle_count;
}

size_t rtc_hub_subscription_count(const rtc_hub *hub)
{
	return hub->subscriptions;
}

uint64_t rtc_hub_published_count(const rtc_hub *hub)
{
	return hub->published;
}

uint64_t rtc_hub_delivered_count(const rtc_hub *hub)
{
	return hub->delivered;
}

size_t rtc_hub_history_bytes(const rtc_hub *hub)
{
	return hub->store->ops->kept != NULL ? hub->store->ops->kept(hub->store) : 0;
}
