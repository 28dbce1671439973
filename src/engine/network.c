#include "network.h"

#include <stdlib.h>

void rtc_networks_deinit(rtc_networks *networks)
{
	free(networks->items);
	*networks = (rtc_networks){0};
}

/* True if both have the same first bits. */
static bool shares_prefix(const uint8_t *a, const uint8_t *b, uint8_t bits)
{
	uint8_t rest = bits % 8;

	return memcmp(a, b, bits / 8) == 0 &&
		(rest == 0 || ((a[bits / 8] ^ b[bits / 8]) >> (8 - rest)) == 0);
}

static bool is_zero_beyond(const uint8_t *ip, uint8_t bits)
{
	uint8_t rest = bits % 8;
	size_t i = bits / 8;

	if (rest != 0 && (uint8_t)(ip[i++] << rest) != 0) {
		return false;
	}
	for (; i < 16; i++) {
		if (ip[i] != 0) {
			return false;
		}
	}
	return true;
}

/* "IP" or "IP/bits". */
static bool parse(rtc_slice text, rtc_network *network)
{
	const uint8_t *slash = text.len > 0 ? memchr(text.data, '/', text.len) : NULL;
	size_t len = slash != NULL ? (size_t)(slash - text.data) : text.len;
	uint16_t bits;
	rtc_ip ip;

	if (!rtc_ip_parse(rtc_slice_of(text.data, len), &ip)) {
		return false;
	}
	bits = ip.v6 ? 128 : 32;
	if (slash != NULL &&
		(!rtc_port_parse(rtc_slice_of(slash + 1, text.len - len - 1), &bits) ||
			bits > (ip.v6 ? 128 : 32))) {
		return false;
	}
	if (!is_zero_beyond(ip.bytes, (uint8_t)bits)) {
		return false;
	}
	rtc_address_from_ip(&network->address, &ip, 0);
	/* A mapped one: its 96 bits of prefix are not kept. */
	network->bits =
		(uint8_t)(ip.v6 && network->address.family == RTC_FAMILY_IPV4 ? bits - 96 : bits);
	return true;
}

rtc_status rtc_networks_add(rtc_networks *networks, rtc_slice text)
{
	rtc_network network = {.address = {.family = RTC_FAMILY_UNIX}};
	rtc_network *items;

	if (!rtc_slice_equals(text, RTC_SLICE("unix")) && !parse(text, &network)) {
		return RTC_FAILED;
	}
	items = realloc(networks->items, (networks->count + 1) * sizeof(*items));
	if (items == NULL) {
		return RTC_NOMEM;
	}
	items[networks->count++] = network;
	networks->items = items;
	return RTC_OK;
}

bool rtc_networks_contain(const rtc_networks *networks, const rtc_address *address)
{
	for (size_t i = 0; i < networks->count; i++) {
		const rtc_network *network = &networks->items[i];

		if (network->address.family == address->family &&
			shares_prefix(network->address.ip, address->ip, network->bits)) {
			return true;
		}
	}
	return false;
}
