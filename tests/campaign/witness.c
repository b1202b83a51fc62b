/* Writes down every change to the files under one folder, in order: what a power cut could leave undone.
   It must not change what the program does: each call is handed on to the C library as it came, unless
   witness_refuse asked for it to be refused.

   WITNESS_FOLDER names the folder, WITNESS_TRACE the file for the record. A record is a line
   "<kind> <number> <length of path> <length of content>\n", followed by the path and the content. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MOST 4096
static char names[MOST][PATH_MAX];
static const char *folder;
static int trace = -1;
static long patience = -1;
static int complaint;
static int only_once;
static long last = -1;

#define REAL(name, ...) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))(__VA_ARGS__)

/* From the `after`th change from now on (0 is the next one), every change fails with this errno.
   Below 0, nothing is refused any more. Returns how many changes there were to go, below 0 if it refused. */
long witness_refuse(long after, int error) {
    long left = patience;
    patience = after < 0 ? LONG_MAX : after;
    complaint = after < 0 ? 0 : error;
    only_once = 0;
    return left;
}

/* The same, but only that one change fails. */
long witness_refuse_once(long after, int error) {
    long left = witness_refuse(after, error);
    only_once = 1;
    return left;
}

/* The process ends as if by a kill right after the `after`th change from now on (0 is the next one).
   Returns how many changes there were to go. */
long witness_kill(long after) {
    long left = last;
    last = after;
    return left;
}

static int refused(void) {
    if (complaint == 0 || patience-- > 0) return 0;
    errno = complaint;
    if (only_once) complaint = 0;
    return 1;
}

static void all(const void *bytes, size_t length) {
    const char *at = bytes;
    while (length > 0) {
        long done = syscall(SYS_write, trace, at, length);
        if (done <= 0) _exit(70);
        at += done;
        length -= (size_t)done;
    }
}

static void tell(char kind, const char *path, long long number, const void *bytes, size_t length) {
    int error = errno;
    char line[128];
    int size = snprintf(line, sizeof line, "%c %lld %zu %zu\n", kind, number, strlen(path), length);
    all(line, (size_t)size);
    all(path, strlen(path));
    all(bytes, length);
    if (last >= 0 && last-- == 0) kill(getpid(), SIGKILL);
    errno = error;
}

__attribute__((constructor)) static void begin(void) {
    const char *where = getenv("WITNESS_TRACE");
    folder = getenv("WITNESS_FOLDER");
    if (folder != NULL && where != NULL)
        trace = (int)syscall(SYS_openat, AT_FDCWD, where, O_WRONLY | O_CREAT | O_TRUNC, 0600);
}

static int ours(const char *path) {
    if (trace < 0 || path == NULL) return 0;
    size_t length = strlen(folder);
    return strncmp(path, folder, length) == 0 && (path[length] == '\0' || path[length] == '/');
}

static const char *name_of(int file) {
    return trace >= 0 && file >= 0 && file < MOST && names[file][0] != '\0' ? names[file] : NULL;
}

static int opened(int file, const char *path, int flags, int was_there) {
    if (file < 0 || file >= MOST) return file;
    names[file][0] = '\0';
    if (!ours(path) || (flags & O_TMPFILE) == O_TMPFILE) return file;
    snprintf(names[file], PATH_MAX, "%s", path);
    if (!was_there && (flags & O_CREAT)) tell('C', path, 0, NULL, 0);
    if (was_there && (flags & O_TRUNC)) tell('T', path, 0, NULL, 0);
    return file;
}

#define OPENING(function)                                                            \
    int function(const char *path, int flags, ...) {                                 \
        va_list given;                                                               \
        va_start(given, flags);                                                      \
        int mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(given, int) : 0;           \
        va_end(given);                                                               \
        int there = ours(path) && access(path, F_OK) == 0;                           \
        int writing = (flags & O_ACCMODE) != O_RDONLY;                               \
        int changing = !there || (flags & (O_TRUNC | O_TMPFILE)) || complaint == EROFS; \
        if (ours(path) && writing && changing && refused()) return -1;               \
        return opened(REAL(function, path, flags, mode), path, flags, there);        \
    }

OPENING(open)
OPENING(open64)

int close(int file) {
    if (file >= 0 && file < MOST) names[file][0] = '\0';
    return REAL(close, file);
}

#define WRITING_AT(function, offset_type)                                            \
    ssize_t function(int file, const void *bytes, size_t length, offset_type at) {   \
        if (name_of(file) && refused()) return -1;                                   \
        ssize_t done = REAL(function, file, bytes, length, at);                      \
        if (done > 0 && name_of(file)) tell('W', name_of(file), at, bytes, (size_t)done); \
        return done;                                                                 \
    }

WRITING_AT(pwrite, off_t)
WRITING_AT(pwrite64, off64_t)

ssize_t write(int file, const void *bytes, size_t length) {
    const char *name = name_of(file);
    if (name && refused()) return -1;
    off_t at = name ? lseek(file, 0, (fcntl(file, F_GETFL) & O_APPEND) ? SEEK_END : SEEK_CUR) : 0;
    ssize_t done = REAL(write, file, bytes, length);
    if (done > 0 && name) tell('W', name, at, bytes, (size_t)done);
    return done;
}

#define TRUNCATING(function, offset_type)                                            \
    int function(int file, offset_type size) {                                       \
        if (name_of(file) && refused()) return -1;                                   \
        int failed = REAL(function, file, size);                                     \
        if (!failed && name_of(file)) tell('T', name_of(file), size, NULL, 0);       \
        return failed;                                                               \
    }

TRUNCATING(ftruncate, off_t)
TRUNCATING(ftruncate64, off64_t)

#define SYNCING(function)                                                            \
    int function(int file) {                                                         \
        if (name_of(file) && complaint == EIO && refused()) return -1;               \
        int failed = REAL(function, file);                                           \
        if (!failed && name_of(file)) tell('S', name_of(file), 0, NULL, 0);          \
        return failed;                                                               \
    }

SYNCING(fsync)
SYNCING(fdatasync)

int unlink(const char *path) {
    if (ours(path) && complaint != ENOSPC && refused()) return -1;
    int failed = REAL(unlink, path);
    if (!failed && ours(path)) tell('U', path, 0, NULL, 0);
    return failed;
}

int rmdir(const char *path) {
    int failed = REAL(rmdir, path);
    if (!failed && ours(path)) tell('U', path, 0, NULL, 0);
    return failed;
}

int mkdir(const char *path, mode_t mode) {
    if (ours(path) && refused()) return -1;
    int failed = REAL(mkdir, path, mode);
    if (!failed && ours(path)) tell('D', path, 0, NULL, 0);
    return failed;
}

int rename(const char *from, const char *to) {
    if (ours(from) && refused()) return -1;
    int failed = REAL(rename, from, to);
    if (!failed && ours(from)) tell('R', from, 0, to, strlen(to));
    return failed;
}
