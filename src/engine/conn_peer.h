/* Whom a connection counts to: its client's address, within maxConnectionsPerIp and connectRate
 * (peers.h). A trusted proxy's own address counts for nobody. */
#ifndef RTC_ENGINE_CONN_PEER_H
#define RTC_ENGINE_CONN_PEER_H

#include "conn.h"
#include "peers.h"

/* rtc_peers_enter() for whoever is not a trusted proxy. */
rtc_peer_verdict rtc_peer_judge(
	struct rtc_server *server, const rtc_address *address, rtc_peer_kind kind, rtc_peer **peer);

/* Closes the descriptor of somebody who is not welcome, and is not told so. `peer`: what judge()
 * gave. */
void rtc_peer_cut(struct rtc_server *server, int fd, const rtc_address *address,
	rtc_peer_verdict verdict, rtc_peer *peer);

/* The connection counts to that from now on: what judge() gave, or NULL. It counted to nobody. */
void rtc_conn_count_peer(rtc_conn *conn, rtc_peer *peer, rtc_peer_kind kind);

/* It counts to nobody any more; it was of that server. */
void rtc_conn_uncount_peer(struct rtc_server *server, rtc_conn *conn);

/* Answers 503, or 429 with Retry-After, and the connection ends with it; in HTTP mode. Before the
 * end of a TLS handshake nothing can be said. */
void rtc_conn_refuse_peer(rtc_conn *conn, rtc_peer_verdict verdict);

#endif
