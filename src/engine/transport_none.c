#include "transport.h"

static rtc_io none_read(rtc_transport *transport, void *data, size_t len, size_t *count)
{
	(void)transport;
	(void)data;
	(void)len;
	*count = 0;
	return RTC_IO_AGAIN;
}

static rtc_io none_write(
	rtc_transport *transport, const struct iovec *vectors, int vector_count, size_t *count)
{
	(void)transport;
	(void)vectors;
	(void)vector_count;
	*count = 0;
	return RTC_IO_AGAIN;
}

static size_t none_in_flight(const rtc_transport *transport)
{
	(void)transport;
	return 0;
}

static void none_nothing(rtc_transport *transport)
{
	(void)transport;
}

static const rtc_transport_ops none_ops = {
	.name = "none",
	.read = none_read,
	.write = none_write,
	.in_flight = none_in_flight,
	.finish = none_nothing,
	.close = none_nothing,
};

void rtc_transport_none_init(rtc_transport *transport)
{
	*transport = (rtc_transport){.ops = &none_ops, .fd = -1};
}
