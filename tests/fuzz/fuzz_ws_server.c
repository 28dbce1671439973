#include "fuzz_ws.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	return fuzz_ws(RTC_WS_FROM_SERVER, data, size);
}
