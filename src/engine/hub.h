/* Channels by name, their subscribers, and publishing.
 *
 * Publishing runs no user code: it queues one shared message at each subscriber and marks them to
 * be flushed. What subscribing, unsubscribing and closing cost does not grow with the subscribers.
 * A channel exists while it is held or has subscribers. Numbers and history are the store's
 * (store.h): a channel that is made anew numbers anew, under another epoch. */
#ifndef RTC_ENGINE_HUB_H
#define RTC_ENGINE_HUB_H

#include "map.h"
#include "message.h"
#include "store.h"

struct rtc_conn;
typedef struct rtc_hub rtc_hub;
typedef struct rtc_channel rtc_channel;
/* The channels of one connection. */
typedef struct rtc_subscriptions rtc_subscriptions;

#define RTC_CHANNEL_NAME_MAX 255

/* NULL: no memory. */
rtc_hub *rtc_hub_new(void);
/* Everybody must have unsubscribed; channels still held live on until they are released. NULL is
 * allowed. */
void rtc_hub_free(rtc_hub *hub);

/* 1 to 255 bytes of UTF-8 without control characters. */
bool rtc_channel_name_valid(rtc_slice name);

/* The channel of that valid name, made if needed, with one hold for the caller. NULL: no memory. */
rtc_channel *rtc_hub_channel(rtc_hub *hub, rtc_slice name);
void rtc_channel_release(rtc_channel *channel);

/* Valid as long as the channel. */
rtc_slice rtc_channel_name(const rtc_channel *channel);
/* Its subscribers. */
size_t rtc_channel_count(const rtc_channel *channel);

/* Subscribes to a valid name, once; again is no fault. */
rtc_status rtc_hub_subscribe(rtc_hub *hub, struct rtc_conn *conn, rtc_slice name) RTC_NODISCARD;
void rtc_hub_unsubscribe(rtc_hub *hub, struct rtc_conn *conn, rtc_slice name);
/* Takes a connection out of all its channels. */
void rtc_hub_forget(struct rtc_conn *conn);

/* Appends to the channel's log and queues the message at every subscriber but `except` (may be
 * NULL). *id is the publication's. FAILED: the hub of that channel is gone. NOMEM: the log had no
 * room, and nobody was sent anything. */
rtc_status rtc_channel_publish(rtc_channel *channel, rtc_message *message,
	const struct rtc_conn *except, rtc_publication_id *id) RTC_NODISCARD;

/* The id of the newest publication, with offset 0 before the first; false if the hub is gone. */
bool rtc_channel_newest(const rtc_channel *channel, rtc_publication_id *id);

/* Channels with at least one hold or subscriber, all subscriptions, and all publications since the
 * start, for stats. */
size_t rtc_hub_channel_count(const rtc_hub *hub);
size_t rtc_hub_subscription_count(const rtc_hub *hub);
uint64_t rtc_hub_published_count(const rtc_hub *hub);

#endif
