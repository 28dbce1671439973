/* PHP loads its modules with RTLD_DEEPBIND, which ASan refuses, since its own malloc would be
 * bypassed. Preloaded before ASan's runtime, this takes the flag away. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stddef.h>

void *dlopen(const char *file, int mode)
{
	static void *(*next)(const char *, int);

	if (next == NULL) {
		*(void **)&next = dlsym(RTLD_NEXT, "dlopen");
	}
	return next(file, mode & ~RTLD_DEEPBIND);
}
