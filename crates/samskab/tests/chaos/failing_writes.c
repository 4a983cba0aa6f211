/* A file system that fails on command: loaded before libc (LD_PRELOAD), it lets every write to the database fail while
   the file SAMSKAB_CHAOS_FAIL names is there, with the error whose name is in it (ENOSPC, EIO). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int failing(int fd) {
    const char *switched = getenv("SAMSKAB_CHAOS_FAIL");
    if (!switched || access(switched, F_OK) != 0) return 0;
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    if (!strstr(path, "samskab.db")) return 0;
    int file = open(switched, O_RDONLY);
    char name[16] = {0};
    if (file >= 0) {
        if (read(file, name, sizeof name - 1) < 0) name[0] = 0;
        close(file);
    }
    errno = strncmp(name, "EIO", 3) == 0 ? EIO : ENOSPC;
    return 1;
}

#define NEXT(name) static __typeof__(name) *next; if (!next) next = dlsym(RTLD_NEXT, #name)

ssize_t write(int fd, const void *bytes, size_t count) {
    NEXT(write);
    return failing(fd) ? -1 : next(fd, bytes, count);
}
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) {
    NEXT(pwrite);
    return failing(fd) ? -1 : next(fd, bytes, count, at);
}
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
    NEXT(pwrite64);
    return failing(fd) ? -1 : next(fd, bytes, count, at);
}
int fsync(int fd) {
    NEXT(fsync);
    return failing(fd) ? -1 : next(fd);
}
int fdatasync(int fd) {
    NEXT(fdatasync);
    return failing(fd) ? -1 : next(fd);
}
int ftruncate(int fd, off_t length) {
    NEXT(ftruncate);
    return failing(fd) ? -1 : next(fd, length);
}
int ftruncate64(int fd, off64_t length) {
    NEXT(ftruncate64);
    return failing(fd) ? -1 : next(fd, length);
}
