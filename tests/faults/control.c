#define _GNU_SOURCE

#include "control.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define RANGES_MAX 8

typedef struct range {
	uintptr_t from;
	uintptr_t to;
	uintptr_t base;
	int owner;
} range;

static range ranges[RANGES_MAX];
static int range_count;
static bool has_rtcomm;
static fault_control none;

fault_control *fault_page(void)
{
	static fault_control *page;
	const char *path;
	void *mapped;
	int fd;

	if (page != NULL) {
		return page;
	}
	page = &none;
	path = getenv("RTCOMM_FAULTS");
	fd = path != NULL ? open(path, O_RDWR | O_CLOEXEC) : -1;
	if (fd >= 0) {
		mapped = mmap(NULL, sizeof(none), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
		if (mapped != MAP_FAILED) {
			page = mapped;
		}
		close(fd);
	}
	return page;
}

static int owner_of_object(const char *path)
{
	const char *name = strrchr(path, '/');

	name = name != NULL ? name + 1 : path;
	if (strncmp(name, "rtcomm", 6) == 0) {
		return FAULT_RTCOMM;
	}
	return strncmp(name, "libevent", 8) == 0 ? FAULT_LIBEVENT : 0;
}

static int add_object(struct dl_phdr_info *info, size_t size, void *unused)
{
	int owner = owner_of_object(info->dlpi_name);

	(void)size;
	(void)unused;
	for (int i = 0; owner != 0 && i < info->dlpi_phnum && range_count < RANGES_MAX; i++) {
		const ElfW(Phdr) *header = &info->dlpi_phdr[i];

		if (header->p_type == PT_LOAD && (header->p_flags & PF_X) != 0) {
			uintptr_t from = info->dlpi_addr + header->p_vaddr;

			ranges[range_count++] = (range){from, from + header->p_memsz, info->dlpi_addr, owner};
			has_rtcomm = has_rtcomm || owner == FAULT_RTCOMM;
		}
	}
	return 0;
}

/* The module is loaded long after the shims: they look for it when it may be there. */
int fault_owner(const void *code, uintptr_t *offset)
{
	uintptr_t at = (uintptr_t)code;

	for (int i = 0; i < range_count; i++) {
		if (at >= ranges[i].from && at < ranges[i].to) {
			*offset = at - ranges[i].base;
			return ranges[i].owner;
		}
	}
	return 0;
}

void *fault_next(const char *name)
{
	return dlsym(RTLD_NEXT, name);
}

bool fault_strikes(fault_call *call, const void *code)
{
	uintptr_t offset;

	if ((call->every == 0 && call->most == 0) || fault_owner(code, &offset) == 0) {
		return false;
	}
	call->seen++;
	if (call->every == 0 || call->seen % call->every != 0) {
		return false;
	}
	call->failed++;
	errno = (int)call->error;
	return true;
}

/* PHP loads modules such that their calls go past what is preloaded. */
void *dlopen(const char *path, int flags)
{
	static void *(*real)(const char *, int);
	void *object;

	if (real == NULL) {
		real = (void *(*)(const char *, int))fault_next("dlopen");
	}
	object = real(path, flags & ~RTLD_DEEPBIND);
	if (!has_rtcomm && object != NULL) {
		range_count = 0;
		dl_iterate_phdr(add_object, NULL);
	}
	return object;
}
