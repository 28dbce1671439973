/* link: src/engine/hub.c src/engine/subscription.c src/engine/glob.c src/engine/store_memory.c */
/* link: src/engine/message.c src/engine/publication.c src/engine/options.c src/engine/timer.c */
/* link: src/engine/map.c src/engine/siphash.c */
/* link: src/engine/network.c src/engine/address.c */
#include "check.h"

#include "../../src/engine/conn.h"
#include "../../src/engine/hub.h"
#include "random.h"

#define CONNS 40
#define CHANNELS 25

static rtc_conn conns[CONNS];
static int received[CONNS];

/* Stands in for the modes': counts what the hub hands over. */
static void deliver(rtc_conn *conn, rtc_publication *pub)
{
	CHECK_STR(pub->message->payload.data, pub->message->payload.len, "payload");
	received[conn - conns]++;
}

static const rtc_conn_mode mode = {.deliver = deliver};

static rtc_slice text_of(const char *text)
{
	return rtc_slice_of(text, strlen(text));
}

static int publish(rtc_channel *channel, const rtc_conn *except, rtc_publication_id *id)
{
	rtc_message *message = rtc_message_copy(RTC_SLICE("payload"), false);
	rtc_published published;
	int total = 0;

	memset(received, 0, sizeof(received));
	CHECK_INT(rtc_channel_publish(channel, message, RTC_SLICE(""), except, &published), RTC_OK);
	*id = published.id;
	CHECK_INT(message->refs, 1);
	rtc_message_unref(message);
	for (int i = 0; i < CONNS; i++) {
		total += received[i];
	}
	CHECK_INT(published.receivers, total);
	return total;
}

static void test_names(void)
{
	char longest[256];

	check_case("names");
	memset(longest, 'n', sizeof(longest));
	CHECK(rtc_channel_name_valid(rtc_slice_of(longest, 255)));
	CHECK(!rtc_channel_name_valid(rtc_slice_of(longest, 256)));
	CHECK(!rtc_channel_name_valid((rtc_slice){0}));
	CHECK(rtc_channel_name_valid(text_of("news/a b,c")));
	CHECK(rtc_channel_name_valid(text_of("\xC3\xA9\xF0\x9F\x98\x80")));
	CHECK(rtc_channel_name_valid(text_of("\xC2\xA0")));
	CHECK(!rtc_channel_name_valid(text_of("\xC2\x80")));
	CHECK(!rtc_channel_name_valid(text_of("\xC2\x9F")));
	CHECK(!rtc_channel_name_valid(text_of("a\nb")));
	CHECK(!rtc_channel_name_valid(text_of("\x7F")));
	CHECK(!rtc_channel_name_valid(RTC_SLICE("a\0b")));
	CHECK(!rtc_channel_name_valid(text_of("\xC2")));
	CHECK(!rtc_channel_name_valid(text_of("\xED\xA0\x80")));
}

static void test_lifetime(void)
{
	rtc_hub *hub = rtc_hub_new(NULL);
	rtc_channel *channel = rtc_hub_channel(hub, text_of("a"));
	rtc_publication_id first;
	rtc_publication_id id;

	check_case("a channel lives while it is held");
	CHECK(rtc_hub_channel(hub, text_of("a")) == channel);
	CHECK_INT(rtc_hub_channel_count(hub), 1);
	CHECK_STR(rtc_channel_name(channel).data, rtc_channel_name(channel).len, "a");
	CHECK_INT(publish(channel, NULL, &first), 0);
	CHECK_INT(first.offset, 1);
	CHECK_INT(strlen(first.epoch), RTC_EPOCH_LEN);
	CHECK_INT(
		strspn(first.epoch, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
		RTC_EPOCH_LEN);
	rtc_channel_release(channel);
	CHECK_INT(publish(channel, NULL, &id), 0);
	CHECK_INT(id.offset, 2);
	CHECK(strcmp(first.epoch, id.epoch) == 0);

	check_case("or while it has subscribers");
	CHECK_INT(rtc_hub_subscribe(hub, &conns[0], text_of("a")), RTC_OK);
	rtc_channel_release(channel);
	CHECK_INT(rtc_hub_channel_count(hub), 1);
	channel = rtc_hub_channel(hub, text_of("a"));
	CHECK_INT(publish(channel, NULL, &id), 1);
	CHECK_INT(id.offset, 3);
	rtc_channel_release(channel);
	rtc_hub_unsubscribe(hub, &conns[0], text_of("a"));
	CHECK_INT(rtc_hub_channel_count(hub), 0);
	CHECK(conns[0].subscriptions == NULL);

	check_case("and its numbers go on for a while after that");
	channel = rtc_hub_channel(hub, text_of("a"));
	CHECK_INT(rtc_hub_channel_count(hub), 1);
	CHECK_INT(publish(channel, NULL, &id), 0);
	CHECK_INT(id.offset, 4);
	CHECK(strcmp(first.epoch, id.epoch) == 0);

	check_case("a channel may outlive its hub");
	rtc_hub_free(hub);

	rtc_message *message = rtc_message_copy(RTC_SLICE("payload"), false);
	rtc_published published;

	CHECK_INT(rtc_channel_publish(channel, message, RTC_SLICE(""), NULL, &published), RTC_FAILED);
	rtc_message_unref(message);
	CHECK_INT(rtc_channel_count(channel), 0);
	CHECK_STR(rtc_channel_name(channel).data, rtc_channel_name(channel).len, "a");
	rtc_channel_release(channel);
	rtc_hub_free(NULL);
}

static void test_subscribing(void)
{
	rtc_hub *hub = rtc_hub_new(NULL);
	rtc_channel *channel = rtc_hub_channel(hub, text_of("a"));
	rtc_publication_id id;

	check_case("subscribing twice is subscribing once");
	for (int i = 0; i < 3; i++) {
		CHECK_INT(rtc_hub_subscribe(hub, &conns[0], text_of("a")), RTC_OK);
		CHECK_INT(rtc_hub_subscribe(hub, &conns[1], text_of("a")), RTC_OK);
	}
	CHECK_INT(rtc_channel_count(channel), 2);
	CHECK_INT(rtc_hub_subscription_count(hub), 2);
	CHECK_INT(publish(channel, NULL, &id), 2);

	check_case("all but one");
	CHECK_INT(publish(channel, &conns[1], &id), 1);
	CHECK(received[0] == 1 && received[1] == 0);

	check_case("leaving what one is not in");
	rtc_hub_unsubscribe(hub, &conns[2], text_of("a"));
	rtc_hub_unsubscribe(hub, &conns[0], text_of("b"));
	CHECK_INT(rtc_hub_subscription_count(hub), 2);
	CHECK_INT(rtc_hub_channel_count(hub), 1);
	rtc_hub_forget(&conns[0]);
	rtc_hub_forget(&conns[1]);
	rtc_hub_forget(&conns[2]);
	CHECK_INT(rtc_hub_subscription_count(hub), 0);
	rtc_channel_release(channel);
	CHECK_INT(rtc_hub_channel_count(hub), 0);
	rtc_hub_free(hub);
}

static bool in[CONNS][CHANNELS];

static void check_model(rtc_hub *hub, int channel_index, const char *name)
{
	rtc_channel *channel = rtc_hub_channel(hub, text_of(name));
	rtc_publication_id id;
	int total = 0;

	publish(channel, NULL, &id);
	for (int i = 0; i < CONNS; i++) {
		CHECK_INT(received[i], in[i][channel_index]);
		total += in[i][channel_index];
	}
	CHECK_INT(rtc_channel_count(channel), total);
	rtc_channel_release(channel);
}

static void test_random(void)
{
	rtc_hub *hub = rtc_hub_new(NULL);
	char name[CHANNELS][24];
	size_t subscriptions = 0;

	for (int i = 0; i < CHANNELS; i++) {
		snprintf(name[i], sizeof(name[i]), "channel-%d", i);
	}
	for (int step = 0; step < 40000; step++) {
		uint32_t i = random_below(CONNS);
		uint32_t j = random_below(CHANNELS);
		uint32_t dice = random_below(100);

		check_case("random, step %d", step);
		if (dice < 55) {
			CHECK_INT(rtc_hub_subscribe(hub, &conns[i], text_of(name[j])), RTC_OK);
			subscriptions += !in[i][j];
			in[i][j] = true;
		} else if (dice < 95) {
			rtc_hub_unsubscribe(hub, &conns[i], text_of(name[j]));
			subscriptions -= in[i][j];
			in[i][j] = false;
		} else if (dice < 97) {
			rtc_hub_forget(&conns[i]);
			for (j = 0; j < CHANNELS; j++) {
				subscriptions -= in[i][j];
				in[i][j] = false;
			}
		} else {
			check_model(hub, (int)j, name[j]);
		}
		CHECK_INT(rtc_hub_subscription_count(hub), subscriptions);
	}
	for (int i = 0; i < CHANNELS; i++) {
		check_model(hub, i, name[i]);
	}
	for (int i = 0; i < CONNS; i++) {
		rtc_hub_forget(&conns[i]);
	}
	CHECK_INT(rtc_hub_channel_count(hub), 0);
	rtc_hub_free(hub);
}

int main(void)
{
	for (int i = 0; i < CONNS; i++) {
		conns[i].mode = &mode;
	}
	test_names();
	test_lifetime();
	test_subscribing();
	test_random();
	return check_done("test_hub");
}
