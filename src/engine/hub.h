/* Channels by name, their subscribers, and publishing.
 *
 * Publishing runs no user code: it queues one shared message at each subscriber and marks them to
 * be flushed. What subscribing, unsubscribing and closing cost does not grow with the subscribers.
 * A channel exists while it is held, has subscribers or has history; one that has none of these is
 * idle: kept for a while, so that its numbering goes on for clients who come back. Numbers and
 * history are the store's (store.h): a channel that is made anew numbers anew, under another epoch.
 */
#ifndef RTC_ENGINE_HUB_H
#define RTC_ENGINE_HUB_H

#include "map.h"
#include "message.h"
#include "options.h"
#include "store.h"

struct rtc_conn;
typedef struct rtc_hub rtc_hub;
typedef struct rtc_channel rtc_channel;
/* The channels of one connection. */
typedef struct rtc_subscriptions rtc_subscriptions;

#define RTC_CHANNEL_NAME_MAX 255

/* What channels() sets. */
typedef struct rtc_channel_options {
	rtc_log_limits limits;
	rtc_overflow overflow; /* for subscribers that do not read fast enough */
} rtc_channel_options;

/* Without a loop nothing gets old: neither history nor idle channels. NULL: no memory. */
rtc_hub *rtc_hub_new(struct rtc_loop *loop);
/* Everybody must have unsubscribed, and the loop must still be there; channels still held live on
 * until they are released. NULL is allowed. */
void rtc_hub_free(rtc_hub *hub);

/* Sets what channels do whose name matches the glob (glob.h), those that exist as well. Of several
 * globs that match, the one that was set first counts; the same glob again replaces its options.
 * NOMEM: nothing has changed. */
rtc_status rtc_hub_configure(
	rtc_hub *hub, rtc_slice glob, const rtc_channel_options *options) RTC_NODISCARD;

/* 1 to 255 bytes of UTF-8 without control characters. */
bool rtc_channel_name_valid(rtc_slice name);

/* The channel of that valid name, made if needed, with one hold for the caller. NULL: no memory. */
rtc_channel *rtc_hub_channel(rtc_hub *hub, rtc_slice name);
void rtc_channel_release(rtc_channel *channel);

/* Valid as long as the channel. */
rtc_slice rtc_channel_name(const rtc_channel *channel);
/* Its subscribers. */
size_t rtc_channel_count(const rtc_channel *channel);

/* Subscribes to a channel, once; again is no fault. FAILED: its hub is gone. */
rtc_status rtc_channel_subscribe(rtc_channel *channel, struct rtc_conn *conn) RTC_NODISCARD;
/* The same by a valid name. */
rtc_status rtc_hub_subscribe(rtc_hub *hub, struct rtc_conn *conn, rtc_slice name) RTC_NODISCARD;
void rtc_hub_unsubscribe(rtc_hub *hub, struct rtc_conn *conn, rtc_slice name);
/* Takes a connection out of all its channels. */
void rtc_hub_forget(struct rtc_conn *conn);

/* What came of a publication. */
typedef struct rtc_published {
	rtc_publication_id id;
	size_t receivers; /* here */
} rtc_published;

/* Appends to the channel's log and delivers to every subscriber but `except` (may be NULL). `event`
 * names it for feeds; empty: none. FAILED: the hub of that channel is gone. NOMEM: nobody was sent
 * anything. */
rtc_status rtc_channel_publish(rtc_channel *channel, rtc_message *message, rtc_slice event,
	const struct rtc_conn *except, rtc_published *published) RTC_NODISCARD;

/* Reads the channel's log (store.h): up to `max` entries behind an id, or the newest ones. If the
 * hub is gone, the page's status is RTC_FAILED. */
void rtc_channel_read(rtc_channel *channel, const rtc_publication_id *after, size_t max,
	rtc_store_page done, void *context);
void rtc_channel_recent(rtc_channel *channel, size_t max, rtc_store_page done, void *context);

/* What a subscriber that does not read fast enough comes to: the channel's own option, or that of
 * the subscriber's route. */
rtc_overflow rtc_channel_overflow(const rtc_channel *channel, rtc_overflow of_route);

/* The id of the newest publication, with offset 0 before the first; false if the hub is gone. */
bool rtc_channel_newest(const rtc_channel *channel, rtc_publication_id *id);

/* Channels that are held, subscribed to or keep history, all subscriptions, and all publications
 * since the start, for stats. */
size_t rtc_hub_channel_count(const rtc_hub *hub);
size_t rtc_hub_subscription_count(const rtc_hub *hub);
uint64_t rtc_hub_published_count(const rtc_hub *hub);
/* The same, each as often as it had receivers here. */
uint64_t rtc_hub_delivered_count(const rtc_hub *hub);

/* Bytes of the payloads in all histories. */
size_t rtc_hub_history_bytes(const rtc_hub *hub);

#endif
