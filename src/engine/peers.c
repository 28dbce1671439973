#include "peers.h"

#include <stdlib.h>

/* Idle entries looked at with each newcomer: more than one, so that they become fewer. */
#define PEERS_SWEEP 4

static rtc_slice peer_key(const rtc_peer *peer)
{
	return rtc_slice_of(peer->key, sizeof(peer->key));
}

static void key_of(const rtc_address *address, uint8_t key[17])
{
	memset(key, 0, 17);
	key[0] = address->family;
	memcpy(key + 1, address->ip, address->family == RTC_FAMILY_IPV6 ? 8 : 4);
}

static rtc_peer *peers_find(const rtc_peers *peers, const rtc_address *address)
{
	uint8_t key[17];

	key_of(address, key);
	return rtc_map_get(&peers->map, rtc_slice_of(key, sizeof(key)));
}

static bool peer_is_idle(const rtc_peer *peer)
{
	for (int kind = 0; kind < RTC_PEER_KINDS; kind++) {
		if (peer->counts[kind] > 0) {
			return false;
		}
	}
	return true;
}

/* ---- the list of idle entries --------------------------------------------------------------- */

static void idle_link(rtc_peers *peers, rtc_peer *peer)
{
	peer->newer = NULL;
	peer->older = peers->newest;
	if (peers->newest != NULL) {
		peers->newest->newer = peer;
	} else {
		peers->oldest = peer;
	}
	peers->newest = peer;
	peers->idle_count++;
}

static void idle_unlink(rtc_peers *peers, rtc_peer *peer)
{
	if (peer->newer != NULL) {
		peer->newer->older = peer->older;
	} else {
		peers->newest = peer->older;
	}
	if (peer->older != NULL) {
		peer->older->newer = peer->newer;
	} else {
		peers->oldest = peer->newer;
	}
	peers->idle_count--;
}

static void peer_free(rtc_peers *peers, rtc_peer *peer)
{
	rtc_map_remove(&peers->map, peer_key(peer));
	free(peer);
}

static void idle_free(rtc_peers *peers, rtc_peer *peer)
{
	idle_unlink(peers, peer);
	peer_free(peers, peer);
}

/* Entries whose bucket is full again say nothing that a new one would not. */
static void idle_sweep(rtc_peers *peers, uint64_t now_ms)
{
	for (int i = 0; i < PEERS_SWEEP && peers->oldest != NULL; i++) {
		if (!rtc_bucket_is_full(&peers->oldest->connects, &peers->rate, now_ms)) {
			return;
		}
		idle_free(peers, peers->oldest);
	}
}

/* ---- coming and going ----------------------------------------------------------------------- */

static rtc_peer *peers_take(rtc_peers *peers, const rtc_address *address)
{
	rtc_peer *peer = peers_find(peers, address);

	if (peer != NULL) {
		if (peer_is_idle(peer)) {
			idle_unlink(peers, peer);
		}
		return peer;
	}
	peer = calloc(1, sizeof(*peer));
	if (peer == NULL) {
		return NULL;
	}
	key_of(address, peer->key);
	if (rtc_map_add(&peers->map, peer_key(peer), peer) != RTC_OK) {
		free(peer);
		return NULL;
	}
	return peer;
}

/* Nothing counts to the entry any more. */
static void peers_rest(rtc_peers *peers, rtc_peer *peer, uint64_t now_ms)
{
	if (rtc_bucket_is_full(&peer->connects, &peers->rate, now_ms)) {
		peer_free(peers, peer);
		return;
	}
	idle_link(peers, peer);
	if (peers->idle_count > RTC_PEERS_MAX_IDLE) {
		idle_free(peers, peers->oldest);
	}
}

static rtc_peer_verdict peers_judge(
	const rtc_peers *peers, rtc_peer *peer, rtc_peer_kind kind, uint64_t now_ms)
{
	if (peers->max_count > 0 && peer->counts[kind] >= peers->max_count) {
		return RTC_PEER_TOO_MANY;
	}
	if (kind == RTC_PEER_CONNECTION &&
		!rtc_bucket_try(&peer->connects, &peers->rate, 1.0, now_ms)) {
		return RTC_PEER_TOO_FAST;
	}
	return RTC_PEER_WELCOME;
}

rtc_peer_verdict rtc_peers_enter(rtc_peers *peers, const rtc_address *address, rtc_peer_kind kind,
	uint64_t now_ms, rtc_peer **peer)
{
	rtc_peer_verdict verdict;
	rtc_peer *entry;

	*peer = NULL;
	if (address->family == RTC_FAMILY_UNIX ||
		(peers->max_count == 0 && !rtc_rate_is_set(&peers->rate))) {
		return RTC_PEER_WELCOME;
	}
	idle_sweep(peers, now_ms);
	entry = peers_take(peers, address);
	if (entry == NULL) {
		return RTC_PEER_TOO_MANY;
	}
	verdict = peers_judge(peers, entry, kind, now_ms);
	if (verdict == RTC_PEER_WELCOME) {
		entry->counts[kind]++;
		*peer = entry;
	} else if (kind == RTC_PEER_CONNECTION &&
		entry->counts[RTC_PEER_REFUSED] < RTC_PEERS_MAX_REFUSED) {
		entry->counts[RTC_PEER_REFUSED]++;
		*peer = entry;
	} else if (peer_is_idle(entry)) {
		peers_rest(peers, entry, now_ms);
	}
	return verdict;
}

void rtc_peers_leave(rtc_peers *peers, rtc_peer *peer, rtc_peer_kind kind, uint64_t now_ms)
{
	if (peer != NULL && --peer->counts[kind] == 0 && peer_is_idle(peer)) {
		peers_rest(peers, peer, now_ms);
	}
}

uint32_t rtc_peers_retry_seconds(
	const rtc_peers *peers, const rtc_address *address, uint64_t now_ms)
{
	const rtc_peer *peer = peers_find(peers, address);
	uint32_t wait_ms =
		peer != NULL ? rtc_bucket_wait_ms(&peer->connects, &peers->rate, 1.0, now_ms) : 0;

	return wait_ms > 1000 ? wait_ms / 1000 + (wait_ms % 1000 > 0) : 1;
}

void rtc_peers_deinit(rtc_peers *peers)
{
	size_t cursor = 0;
	rtc_peer *peer;

	while ((peer = rtc_map_next(&peers->map, &cursor)) != NULL) {
		free(peer);
	}
	rtc_map_deinit(&peers->map);
	peers->newest = NULL;
	peers->oldest = NULL;
	peers->idle_count = 0;
}
