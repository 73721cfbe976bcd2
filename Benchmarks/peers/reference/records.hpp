// What both references share: reading {"id": INTEGER, "text": "..."} lines, and the windows of a text as hashes.
#pragma once

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

constexpr size_t shingle_characters = 5;

struct Record {
    uint32_t id;
    std::string text;
};

inline void append_utf8(std::string &text, uint32_t scalar) {
    if (scalar < 0x80) {
        text += char(scalar);
    } else if (scalar < 0x800) {
        text += char(0xC0 | scalar >> 6);
        text += char(0x80 | (scalar & 0x3F));
    } else if (scalar < 0x10000) {
        text += char(0xE0 | scalar >> 12);
        text += char(0x80 | (scalar >> 6 & 0x3F));
        text += char(0x80 | (scalar & 0x3F));
    } else {
        text += char(0xF0 | scalar >> 18);
        text += char(0x80 | (scalar >> 12 & 0x3F));
        text += char(0x80 | (scalar >> 6 & 0x3F));
        text += char(0x80 | (scalar & 0x3F));
    }
}

// The four digits after \u at `at`.
inline uint32_t hex4(const std::string &line, size_t at) {
    return uint32_t(std::strtoul(line.substr(at, 4).c_str(), nullptr, 16));
}

// Appends what the escape at `at` (its backslash) stands for; returns where it ends.
inline size_t append_escape(const std::string &line, size_t at, std::string &text) {
    static const std::string letters = "ntrbf", values = "\n\t\r\b\f";
    char kind = line[at + 1];
    if (kind != 'u') {
        size_t letter = letters.find(kind);
        text += letter == std::string::npos ? kind : values[letter];
        return at + 2;
    }
    uint32_t scalar = hex4(line, at + 2);
    at += 6;
    if (scalar >= 0xD800 && scalar < 0xDC00 && line.compare(at, 2, "\\u") == 0) {
        scalar = 0x10000 + ((scalar - 0xD800) << 10) + (hex4(line, at + 2) - 0xDC00);
        at += 6;
    }
    append_utf8(text, scalar);
    return at;
}

inline Record parse(const std::string &line) {
    Record record{uint32_t(std::strtoul(line.c_str() + line.find("\"id\":") + 5, nullptr, 10)), {}};
    size_t at = line.find('"', line.find("\"text\":") + 7) + 1;
    while (at < line.size() && line[at] != '"') {
        size_t plain = line.find_first_of("\"\\", at);
        record.text.append(line, at, plain - at);
        at = plain;
        if (line[at] == '\\') at = append_escape(line, at, record.text);
    }
    return record;
}

inline std::vector<Record> read_records(const char *path) {
    std::ifstream file(path);
    std::vector<Record> records;
    for (std::string line; std::getline(file, line);) records.push_back(parse(line));
    return records;
}

// Replaces `hashes` by those of all windows of the text as it stands, in order, repeats included.
inline void hash_windows(const std::string &text, std::vector<uint64_t> &hashes) {
    thread_local std::vector<uint32_t> starts;
    starts.clear();
    hashes.clear();
    for (size_t at = 0; at < text.size(); at++) {
        if ((uint8_t(text[at]) & 0xC0) != 0x80) starts.push_back(uint32_t(at));
    }
    starts.push_back(uint32_t(text.size()));
    for (size_t at = 0; at + shingle_characters < starts.size(); at++) {
        hashes.push_back(XXH3_64bits(text.data() + starts[at], starts[at + shingle_characters] - starts[at]));
    }
}

inline void make_set(std::vector<uint64_t> &hashes) {
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

// Of two sorted sets.
template <typename Set> double jaccard(const Set &a, const Set &b) {
    size_t common = 0;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
        if (*x == *y) common++, x++, y++;
        else if (*x < *y) x++;
        else y++;
    }
    size_t either = a.size() + b.size() - common;
    return either == 0 ? 0 : double(common) / double(either);
}

// Processor seconds of each stage, told as the tools in Python tell theirs.
class Stages {
public:
    void finish(const char *stage) {
        double now = seconds();
        told += (told.empty() ? "\"" : ", \"") + std::string(stage) + "\": " + std::to_string(now - mark);
        mark = now;
    }
    void report() const { std::printf("{%s}\n", told.c_str()); }

private:
    static double seconds() {
        timespec time;
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return double(time.tv_sec) + 1e-9 * double(time.tv_nsec);
    }
    double mark = 0;
    std::string told;
};
