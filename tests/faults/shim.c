/*
 * Stands between a program and the system's calls that change files, for one folder and Linux alone.
 *
 * Loaded with LD_PRELOAD. It can make the nth such call fail, once or for good, end the program in its
 * place, or write down every call with its data to a log outside of the folder; `shim.py` builds it, says
 * what is to be done and reads the log. Nothing happens until FAULTS_FOLDER is set or faults_begin is called.
 *
 * A call counts when the file it is about lies under the folder, by /proc/self/fd, so a descriptor that is
 * used again needs no bookkeeping. One lock is held over a call and its line in the log: the log is in the
 * order in which things happened.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#if !defined(__linux__) || __SIZEOF_LONG__ != 8
#error "written for 64-bit Linux"
#endif

/* What happens at the nth call: see `How` in shim.py. */
enum { ONCE = 1, FOR_GOOD = 2, SHORT = 3, END = 4, END_TORN = 5, NO_ROOM = 6, SYNC = 7 };

struct line {
    uint32_t size; /* of what follows this structure */
    uint8_t what;
    uint8_t failed;
    uint16_t first; /* bytes of the first path; the rest is the second path, or data */
    uint64_t file;  /* its inode */
    int64_t place;
} __attribute__((packed));

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char folder[PATH_MAX];
static size_t folder_length;
static int log_file = -1;
static long calls, syncs, target;
static int error_number, how;

static long raw_write(int fd, const void *data, size_t size) { return syscall(SYS_write, fd, data, size); }

void faults_begin(const char *under, const char *log_path, long nth, int number, int what) {
    pthread_mutex_lock(&lock);
    snprintf(folder, sizeof folder, "%s", under ? under : "");
    folder_length = strlen(folder);
    calls = syncs = 0, target = nth, error_number = number, how = what;
    if (log_file >= 0) syscall(SYS_close, log_file), log_file = -1;
    if (log_path && *log_path)
        log_file = (int)syscall(SYS_openat, AT_FDCWD, log_path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    pthread_mutex_unlock(&lock);
}

long faults_calls(void) { return calls; }

__attribute__((constructor)) static void from_environment(void) {
    const char *under = getenv("FAULTS_FOLDER"), *nth = getenv("FAULTS_NTH");
    const char *number = getenv("FAULTS_ERRNO"), *what = getenv("FAULTS_HOW");
    if (under && *under)
        faults_begin(under, getenv("FAULTS_LOG"), nth ? atol(nth) : 0, number ? atoi(number) : 0,
                     what ? atoi(what) : 0);
}

static int is_under(const char *path) {
    return folder_length && !strncmp(path, folder, folder_length) &&
           (path[folder_length] == '/' || !path[folder_length]);
}

/* The whole path of a name that a call was given; whether it lies under the folder. */
static int find(int at, const char *name, char *path) {
    if (!folder_length || !name) return 0;
    if (*name == '/') {
        snprintf(path, PATH_MAX, "%s", name);
        return is_under(path);
    }
    char link[64], base[PATH_MAX];
    if (at == AT_FDCWD)
        snprintf(link, sizeof link, "/proc/self/cwd");
    else
        snprintf(link, sizeof link, "/proc/self/fd/%d", at);
    ssize_t length = readlink(link, base, sizeof base - 1);
    if (length < 0) return 0;
    base[length] = 0;
    if ((size_t)snprintf(path, PATH_MAX, "%s/%s", base, name) >= PATH_MAX) return 0;
    return is_under(path);
}

/* The path of an open file; whether it lies under the folder. */
static int find_open(int fd, char *path) {
    char link[64];
    if (!folder_length || fd < 0 || fd == log_file) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_under(path);
}

static uint64_t number_of(int fd) {
    struct stat found;
    return fstat(fd, &found) ? 0 : found.st_ino;
}

static void note(char what, int failed, uint64_t file, int64_t place, const char *first, const void *rest,
                 size_t size) {
    if (log_file < 0) return;
    int kept = errno;
    size_t length = first ? strlen(first) : 0;
    struct line line = {(uint32_t)(length + size), (uint8_t)what, (uint8_t)failed, (uint16_t)length, file, place};
    char *whole = malloc(sizeof line + length + size);
    memcpy(whole, &line, sizeof line);
    if (length) memcpy(whole + sizeof line, first, length);
    if (size) memcpy(whole + sizeof line + length, rest, size);
    if (raw_write(log_file, whole, sizeof line + length + size) < 0) abort();
    free(whole);
    errno = kept;
}

/* Count a call; whether it is to fail. Does not come back where the program is to end. On a disk without
   room only what needs more of it fails. */
static int fails(const char *path, int needs_room) {
    calls++;
    if (!target || calls < target || how == SYNC) return 0;
    if (calls > target && (how == ONCE || how == END || how == END_TORN)) return 0;
    if (how == NO_ROOM && !needs_room) return 0;
    if (how == END) kill(getpid(), SIGKILL);
    if (how == END_TORN) return 1; /* the call itself sees to it */
    note('F', 1, 0, calls, path, 0, 0);
    errno = error_number;
    return 1;
}

static void end_if_torn(void) {
    if (how == END_TORN) kill(getpid(), SIGKILL);
}


/* Opening. The 64-bit names are the same calls on the machines this is built on. */

static int open_any(int at, const char *name, int flags, mode_t mode) {
    char path[PATH_MAX];
    if (!find(at, name, path)) return (int)syscall(SYS_openat, at, name, flags, mode);
    pthread_mutex_lock(&lock);
    int fd = -1;
    struct stat found;
    int was_there = !fstatat(at, name, &found, 0);
    if (!fails(path, !was_there && (flags & O_CREAT))) {
        fd = (int)syscall(SYS_openat, at, name, flags, mode);
        if (fd >= 0 && !was_there)
            note('C', 0, number_of(fd), 0, path, 0, 0);
        else if (fd >= 0 && (flags & O_TRUNC))
            note('T', 0, number_of(fd), 0, path, 0, 0);
    } else
        end_if_torn();
    pthread_mutex_unlock(&lock);
    return fd;
}

#define OPENS(name)                                                   \
    int name(const char *path, int flags, ...) {                      \
        va_list more;                                                 \
        va_start(more, flags);                                        \
        mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;     \
        va_end(more);                                                 \
        return open_any(AT_FDCWD, path, flags, mode);                 \
    }
#define OPENS_AT(name)                                                \
    int name(int at, const char *path, int flags, ...) {              \
        va_list more;                                                 \
        va_start(more, flags);                                        \
        mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;     \
        va_end(more);                                                 \
        return open_any(at, path, flags, mode);                       \
    }
OPENS(open)
OPENS(open64)
OPENS_AT(openat)
OPENS_AT(openat64)
int __open_2(const char *path, int flags) { return open_any(AT_FDCWD, path, flags, 0); }
int __open64_2(const char *path, int flags) { return open_any(AT_FDCWD, path, flags, 0); }
int __openat_2(int at, const char *path, int flags) { return open_any(at, path, flags, 0); }
int __openat64_2(int at, const char *path, int flags) { return open_any(at, path, flags, 0); }

/* Writing. A place under nought is where the file stands. */

static ssize_t write_any(int fd, const void *data, size_t size, off_t place) {
    char path[PATH_MAX];
    if (!find_open(fd, path))
        return place < 0 ? raw_write(fd, data, size) : syscall(SYS_pwrite64, fd, data, size, place);
    pthread_mutex_lock(&lock);
    size_t wanted = size;
    struct stat found;
    off_t start = place < 0 ? (off_t)syscall(SYS_lseek, fd, 0, SEEK_CUR) : place;
    int unknown = fstat(fd, &found), at_the_end = fcntl(fd, F_GETFL) & O_APPEND;
    int failing = fails(path, unknown || at_the_end || start + (off_t)size > found.st_size);
    if (failing) {
        /* A full disk takes what still has room; a program that is ended has written a part. */
        wanted = how == SHORT && calls == target ? size / 2 : how == END_TORN ? size / 2 : 0;
    }
    ssize_t done = -1;
    if (!failing || wanted) {
        done = place < 0 ? raw_write(fd, data, wanted) : syscall(SYS_pwrite64, fd, data, wanted, place);
        if (done > 0) {
            off_t where = place < 0 ? (off_t)syscall(SYS_lseek, fd, 0, SEEK_CUR) - done : place;
            note('W', 0, number_of(fd), where, 0, data, (size_t)done);
        }
    }
    if (failing) end_if_torn();
    pthread_mutex_unlock(&lock);
    return done;
}

ssize_t write(int fd, const void *data, size_t size) { return write_any(fd, data, size, -1); }
ssize_t pwrite(int fd, const void *data, size_t size, off_t place) { return write_any(fd, data, size, place); }
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t place) {
    return write_any(fd, data, size, place);
}

static ssize_t write_pieces(int fd, const struct iovec *pieces, int count, off_t place) {
    ssize_t whole = 0;
    for (int i = 0; i < count; i++) {
        if (!pieces[i].iov_len) continue;
        ssize_t done = write_any(fd, pieces[i].iov_base, pieces[i].iov_len, place < 0 ? -1 : place + whole);
        if (done < 0) return whole ? whole : -1;
        whole += done;
        if ((size_t)done < pieces[i].iov_len) break;
    }
    return whole;
}
ssize_t writev(int fd, const struct iovec *pieces, int count) { return write_pieces(fd, pieces, count, -1); }
ssize_t pwritev(int fd, const struct iovec *pieces, int count, off_t place) {
    return write_pieces(fd, pieces, count, place);
}
ssize_t pwritev64(int fd, const struct iovec *pieces, int count, off64_t place) {
    return write_pieces(fd, pieces, count, place);
}

/* Copying inside the system would pass by here unseen: refused, and the program copies by hand. */

ssize_t sendfile64(int to, int from, off64_t *place, size_t size) {
    char path[PATH_MAX];
    if (find_open(to, path)) return errno = EINVAL, -1;
    return syscall(SYS_sendfile, to, from, place, size);
}
ssize_t sendfile(int to, int from, off_t *place, size_t size) { return sendfile64(to, from, place, size); }
ssize_t copy_file_range(int from, off64_t *at, int to, off64_t *place, size_t size, unsigned flags) {
    char path[PATH_MAX];
    if (find_open(to, path)) return errno = EINVAL, -1;
    return syscall(SYS_copy_file_range, from, at, to, place, size, flags);
}

/* Only what readers share beside a database may be written as memory: it is made anew at every start. */

static void *map_any(void *where, size_t size, int rights, int flags, int fd, off_t place) {
    char path[PATH_MAX];
    if ((rights & PROT_WRITE) && (flags & MAP_SHARED) && find_open(fd, path)) {
        size_t length = strlen(path);
        if (length < 4 || strcmp(path + length - 4, "-shm")) {
            pthread_mutex_lock(&lock);
            note('!', 0, number_of(fd), 0, path, 0, 0);
            pthread_mutex_unlock(&lock);
        }
    }
    return (void *)syscall(SYS_mmap, where, size, rights, flags, fd, place);
}
void *mmap(void *where, size_t size, int rights, int flags, int fd, off_t place) {
    return map_any(where, size, rights, flags, fd, place);
}
void *mmap64(void *where, size_t size, int rights, int flags, int fd, off64_t place) {
    return map_any(where, size, rights, flags, fd, place);
}

/* Cutting and syncing. */

static int cut_any(int fd, off_t size) {
    char path[PATH_MAX];
    if (!find_open(fd, path)) return (int)syscall(SYS_ftruncate, fd, size);
    pthread_mutex_lock(&lock);
    int done = -1;
    if (!fails(path, 0)) {
        done = (int)syscall(SYS_ftruncate, fd, size);
        if (!done) note('T', 0, number_of(fd), size, path, 0, 0);
    } else
        end_if_torn();
    pthread_mutex_unlock(&lock);
    return done;
}
int ftruncate(int fd, off_t size) { return cut_any(fd, size); }
int ftruncate64(int fd, off64_t size) { return cut_any(fd, size); }

static int sync_any(int fd, long number) {
    char path[PATH_MAX];
    if (!find_open(fd, path)) return (int)syscall(number, fd);
    pthread_mutex_lock(&lock);
    struct stat found;
    int is_folder = !fstat(fd, &found) && S_ISDIR(found.st_mode);
    int done = -1;
    if (how == SYNC && !is_folder && ++syncs == target) {
        errno = error_number;
        note('S', 1, number_of(fd), 0, path, 0, 0);
    } else if (!fails(path, 0)) {
        done = (int)syscall(number, fd);
        note(is_folder ? 'D' : 'S', done != 0, number_of(fd), 0, path, 0, 0);
    } else {
        end_if_torn();
        note(is_folder ? 'D' : 'S', 1, number_of(fd), 0, path, 0, 0);
    }
    pthread_mutex_unlock(&lock);
    return done;
}
int fsync(int fd) { return sync_any(fd, SYS_fsync); }
int fdatasync(int fd) { return sync_any(fd, SYS_fdatasync); }

/* Names. */

#define NAMED(letter, at, name, call)                                \
    char path[PATH_MAX], what = letter;                              \
    if (!find(at, name, path)) return (int)(call);                   \
    pthread_mutex_lock(&lock);                                       \
    int done = -1;                                                   \
    if (!fails(path, what == 'M')) {                                        \
        done = (int)(call);                                          \
        if (!done) note(what, 0, 0, 0, path, 0, 0);                  \
    } else                                                           \
        end_if_torn();                                               \
    pthread_mutex_unlock(&lock);                                     \
    return done;

int unlink(const char *name) { NAMED('U', AT_FDCWD, name, syscall(SYS_unlinkat, AT_FDCWD, name, 0)) }
int unlinkat(int at, const char *name, int flags) {
    NAMED(flags & AT_REMOVEDIR ? 'X' : 'U', at, name, syscall(SYS_unlinkat, at, name, flags))
}
int rmdir(const char *name) { NAMED('X', AT_FDCWD, name, syscall(SYS_unlinkat, AT_FDCWD, name, AT_REMOVEDIR)) }
int mkdir(const char *name, mode_t mode) {
    NAMED('M', AT_FDCWD, name, syscall(SYS_mkdirat, AT_FDCWD, name, mode))
}
int mkdirat(int at, const char *name, mode_t mode) { NAMED('M', at, name, syscall(SYS_mkdirat, at, name, mode)) }

static int two_names(char what, int at, const char *name, int to, const char *other, int link) {
    char path[PATH_MAX], second[PATH_MAX];
    int near = find(at, name, path), far = find(to, other, second);
    if (!near && !far)
        return (int)(link ? syscall(SYS_linkat, at, name, to, other, 0)
                          : syscall(SYS_renameat2, at, name, to, other, 0));
    pthread_mutex_lock(&lock);
    int done = -1;
    if (!fails(path, 0)) {
        done = (int)(link ? syscall(SYS_linkat, at, name, to, other, 0)
                          : syscall(SYS_renameat2, at, name, to, other, 0));
        if (!done && near && far)
            note((char)what, 0, 0, 0, path, second, strlen(second));
        else if (!done)
            note('!', 0, 0, 0, near ? path : second, 0, 0);
    } else
        end_if_torn();
    pthread_mutex_unlock(&lock);
    return done;
}
int rename(const char *name, const char *other) { return two_names('R', AT_FDCWD, name, AT_FDCWD, other, 0); }
int renameat(int at, const char *name, int to, const char *other) {
    return two_names('R', at, name, to, other, 0);
}
int renameat2(int at, const char *name, int to, const char *other, unsigned flags) {
    char path[PATH_MAX];
    if (flags && (find(at, name, path) || find(to, other, path))) return errno = EINVAL, -1;
    if (flags) return (int)syscall(SYS_renameat2, at, name, to, other, flags);
    return two_names('R', at, name, to, other, 0);
}
int link(const char *name, const char *other) { return two_names('L', AT_FDCWD, name, AT_FDCWD, other, 1); }
int linkat(int at, const char *name, int to, const char *other, int flags) {
    (void)flags;
    return two_names('L', at, name, to, other, 1);
}
