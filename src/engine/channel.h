/* What hub.c and subscription.c know of channels. */
#ifndef RTC_ENGINE_CHANNEL_H
#define RTC_ENGINE_CHANNEL_H

#include "conn.h"
#include "hub.h"

/* A subscription is an entry in the channel's array and one in the connection's. Each knows where
 * the other stands, so that the last entry can take a removed one's place on both sides. */
typedef struct rtc_member {
	rtc_conn *conn;
	uint32_t at; /* in conn->subscriptions */
} rtc_member;

/* Needed while it is held, has subscribers or keeps history; otherwise idle, and in the hub's list.
 * With history that has an age limit, `look` runs until the oldest entry has reached it. */
struct rtc_channel {
	rtc_hub *hub; /* NULL once it is freed */
	void *log;
	rtc_member *members;
	rtc_channel *newer; /* in the list of idle channels */
	rtc_channel *older;
	uint64_t idle_ms; /* since when it is idle */
	rtc_timer look;
	uint32_t ttl_ms; /* of its history; 0: none, or of any age */
	uint32_t count;
	uint32_t capacity;
	uint32_t holds;
	bool is_idle;
	bool has_overflow; /* or it is the subscriber's route that says */
	uint8_t overflow;  /* rtc_overflow */
	uint8_t name_len;
	uint8_t name[];
};

/* The options of the channels whose names match. */
typedef struct rtc_hub_rule {
	rtc_slice glob; /* owned */
	rtc_channel_options options;
} rtc_hub_rule;

struct rtc_hub {
	rtc_map channels; /* by name, idle ones too */
	rtc_store *store;
	rtc_loop *loop;      /* NULL: idle channels and entries do not age */
	rtc_hub_rule *rules; /* in the order in which they were set */
	size_t rule_count;
	rtc_channel *idle_newest;
	rtc_channel *idle_oldest;
	size_t idle_count;
	rtc_timer idle_timer; /* runs while a channel is idle */
	size_t subscriptions;
	uint64_t published;
	uint64_t delivered;
};

/* To be called when a hold, a subscriber or history went: a channel that nobody needs becomes idle,
 * or is freed if its hub is gone. */
void rtc_channel_settle(rtc_channel *channel);

#endif
