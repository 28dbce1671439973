/* Who comes from where: how many connections and sessions each address has, and how fast it makes
 * new ones. An address is an IPv4 address, or the /64 of an IPv6 one: whoever has one of those has
 * all 2^64 of it. Unix sockets are nobody's.
 *
 * An entry lives while anything counts to it; after that only while its bucket is not full, or a
 * client would get a full one by closing what it has. Of such idle entries there are
 * RTC_PEERS_MAX_IDLE at most, and the one that is idle for longest goes first. So the table has no
 * more entries than connections, sessions and RTC_PEERS_MAX_IDLE together, of about 160 bytes each;
 * whoever has more addresses than that may have each of them forgotten. Where nothing is limited it
 * stays empty. */
#ifndef RTC_ENGINE_PEERS_H
#define RTC_ENGINE_PEERS_H

#include "address.h"
#include "map.h"
#include "rate.h"

#define RTC_PEERS_MAX_IDLE 16384

/* Refused clients of one address that are told so at the same time; others are cut. While the
 * answer goes out each of them has a descriptor. */
#define RTC_PEERS_MAX_REFUSED 8

/* As what something counts to its address. */
typedef enum rtc_peer_kind {
	RTC_PEER_CONNECTION,
	RTC_PEER_SESSION,
	RTC_PEER_REFUSED, /* a connection until it is gone */
	RTC_PEER_KINDS,
} rtc_peer_kind;

typedef enum rtc_peer_verdict {
	RTC_PEER_WELCOME,
	RTC_PEER_TOO_MANY, /* maxConnectionsPerIp */
	RTC_PEER_TOO_FAST, /* connectRate */
} rtc_peer_verdict;

/* One address. Counts are of each kind; idle entries have none, and stand in the list. */
typedef struct rtc_peer {
	uint8_t key[17]; /* family, then the IP; of IPv6 the /64 */
	uint32_t counts[RTC_PEER_KINDS];
	rtc_bucket connects;
	struct rtc_peer *newer;
	struct rtc_peer *older;
} rtc_peer;

/* All zero but for the limits is an empty table. */
typedef struct rtc_peers {
	uint32_t max_count; /* of connections, and of sessions; 0: any number */
	rtc_rate rate;      /* of connections */
	rtc_map map;
	rtc_peer *newest; /* idle ones */
	rtc_peer *oldest;
	size_t idle_count;
} rtc_peers;

void rtc_peers_deinit(rtc_peers *peers);

/* Counts a connection or a session to the address, if it is welcome. *peer is then what
 * rtc_peers_leave() is to be given, or NULL: it counts to nobody. A connection that is not welcome
 * has been counted as RTC_PEER_REFUSED if *peer is not NULL; otherwise too many have, and it is to
 * be cut. Without memory nobody is welcome. */
rtc_peer_verdict rtc_peers_enter(rtc_peers *peers, const rtc_address *address, rtc_peer_kind kind,
	uint64_t now_ms, rtc_peer **peer);

/* Takes back what was counted as that; the entry may be gone afterwards. Nothing to do for NULL. */
void rtc_peers_leave(rtc_peers *peers, rtc_peer *peer, rtc_peer_kind kind, uint64_t now_ms);

/* Seconds, at least 1, until the address may connect again as far as connectRate goes. */
uint32_t rtc_peers_retry_seconds(
	const rtc_peers *peers, const rtc_address *address, uint64_t now_ms);

#endif
