#include "client.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { HEAD_MAX = 16 * 1024 };

/* No contexts: each message inflates on its own, so one inflater serves all connections. */
#define OFFER                                                                                      \
	"Sec-WebSocket-Extensions: permessage-deflate; server_no_context_takeover; "                   \
	"client_no_context_takeover\r\n"

static void client_key(const bench_client *client, char key[BENCH_KEY_LENGTH])
{
	uint8_t nonce[16];
	uint64_t state = client->nonce + UINT64_C(0x9e3779b97f4a7c15);
	size_t i;

	for (i = 0; i < sizeof nonce; i++) {
		state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
		nonce[i] = (uint8_t)(state >> 56);
	}
	bench_key(key, nonce);
}

void bench_client_request(bench_group *group, bench_client *client)
{
	char request[512];
	char key[BENCH_KEY_LENGTH];
	int length;

	client_key(client, key);
	length = snprintf(request, sizeof request,
		"GET %s HTTP/1.1\r\nHost: 127.0.0.1:%u\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
		"Sec-WebSocket-Key: %.24s\r\nSec-WebSocket-Version: 13\r\n%s\r\n",
		group->target.path, ntohs(group->target.server.sin_port), key,
		group->target.deflate ? OFFER : "");
	bench_client_write(group, client, (const uint8_t *)request, (size_t)length);
}

static bool field_is(
	const char *head, size_t length, const char *name, const char *wanted, size_t wanted_length)
{
	size_t have = 0;
	const char *value = bench_http_field(head, length, name, &have);

	return value != NULL && have == wanted_length && strncasecmp(value, wanted, have) == 0;
}

/* RFC 7692 7.1.1: a server that agrees repeats server_no_context_takeover. */
static bool extensions_are_right(const bench_group *group, const char *head, size_t length)
{
	static const char name[] = "permessage-deflate";
	static const char parameter[] = "server_no_context_takeover";
	size_t have = 0;
	const char *value = bench_http_field(head, length, "sec-websocket-extensions", &have);

	if (!group->target.deflate) {
		return value == NULL;
	}
	return value != NULL && have > sizeof name && memcmp(value, name, sizeof name - 1) == 0 &&
		memmem(value, have, parameter, sizeof parameter - 1) != NULL;
}

size_t bench_client_answer(
	bench_group *group, bench_client *client, const uint8_t *bytes, size_t length)
{
	const char *head = (const char *)bytes;
	const char *end = memmem(bytes, length, "\r\n\r\n", 4);
	char key[BENCH_KEY_LENGTH];
	char accept[BENCH_ACCEPT_LENGTH];
	const char *value;
	size_t head_length;
	size_t have = 0;

	if (end == NULL) {
		if (length > HEAD_MAX) {
			bench_fail("connection %u: the answer's head does not end", client->id);
		}
		return 0;
	}
	head_length = (size_t)(end + 4 - head);
	if (strncmp(head, "HTTP/1.1 101 ", 13) != 0) {
		bench_fail("connection %u: refused: %.*s", client->id,
			(int)(strcspn(head, "\r\n") < 100 ? strcspn(head, "\r\n") : 100), head);
	}
	client_key(client, key);
	bench_accept(accept, key);
	value = bench_http_field(head, head_length, "sec-websocket-accept", &have);
	if (value == NULL || have != sizeof accept || memcmp(value, accept, have) != 0) {
		bench_fail("connection %u: Sec-WebSocket-Accept is wrong", client->id);
	}
	if (!field_is(head, head_length, "upgrade", "websocket", 9) ||
		!field_is(head, head_length, "connection", "upgrade", 7) ||
		!extensions_are_right(group, head, head_length)) {
		bench_fail("connection %u: the answer's head is wrong", client->id);
	}
	client->state = BENCH_CLIENT_OPEN;
	group->open++;
	if (group->handler->opened != NULL) {
		group->handler->opened(group->context, client);
	}
	return head_length;
}
