#include "client.h"

/* The elements of all fields of a name, which are one list (RFC 9110 5.3), from its end. */
typedef struct list_walk {
	const rtc_request *request;
	rtc_slice name;
	uint16_t fields_left;
	rtc_slice left; /* of the current field's value */
} list_walk;

static list_walk walk_of(const rtc_request *request, rtc_slice name)
{
	return (list_walk){.request = request, .name = name, .fields_left = request->field_count};
}

static bool walk_back(list_walk *walk, rtc_slice *element)
{
	while (!rtc_forwarded_last(&walk->left, element)) {
		const rtc_http_field *field;

		if (walk->fields_left == 0) {
			return false;
		}
		field = &walk->request->fields[--walk->fields_left];
		if (rtc_slice_equals_nocase(rtc_request_slice(walk->request, field->name), walk->name)) {
			walk->left = rtc_request_slice(walk->request, field->value);
		}
	}
	return true;
}

/* True if whoever the element names is a proxy that says who comes before it. */
static bool goes_on(
	rtc_client *client, const rtc_server_options *options, const rtc_forwarded *forwarded)
{
	if (forwarded->kind != RTC_FORWARDED_IP) {
		return false;
	}
	rtc_address_from_ip(&client->address, &forwarded->ip, forwarded->port);
	return rtc_networks_contain(&options->trusted_proxies, &client->address);
}

/* Each proxy says how it was asked in one element more, or there is one for all of them. */
static rtc_forwarded_scheme x_scheme(const rtc_request *request, size_t from_end)
{
	list_walk walk = walk_of(request, RTC_SLICE("x-forwarded-proto"));
	rtc_forwarded_scheme scheme = RTC_FORWARDED_NO_SCHEME;
	rtc_slice element;

	for (size_t i = 0; i < from_end && walk_back(&walk, &element); i++) {
		scheme = rtc_forwarded_scheme_of(element);
	}
	return scheme;
}

static void find_x(
	rtc_client *client, const rtc_request *request, const rtc_server_options *options)
{
	list_walk walk = walk_of(request, RTC_SLICE("x-forwarded-for"));
	rtc_forwarded forwarded;
	size_t good = 0;
	rtc_slice element;

	while (walk_back(&walk, &element) && rtc_forwarded_for(element, &forwarded)) {
		good++;
		if (!goes_on(client, options, &forwarded)) {
			break;
		}
	}
	client->scheme = x_scheme(request, good > 0 ? good : 1);
}

static void find_standard(
	rtc_client *client, const rtc_request *request, const rtc_server_options *options)
{
	list_walk walk = walk_of(request, RTC_SLICE("forwarded"));
	rtc_forwarded forwarded;
	rtc_slice element;

	while (walk_back(&walk, &element) && rtc_forwarded_parse(element, &forwarded)) {
		client->scheme = forwarded.scheme;
		if (!goes_on(client, options, &forwarded)) {
			break;
		}
	}
}

void rtc_client_find(rtc_client *client, const rtc_request *request,
	const rtc_server_options *options, const rtc_address *proxy)
{
	*client = (rtc_client){.address = *proxy, .scheme = RTC_FORWARDED_NO_SCHEME};
	if (options->forwarding == RTC_FORWARDING_STANDARD) {
		find_standard(client, request, options);
	} else {
		find_x(client, request, options);
	}
}
