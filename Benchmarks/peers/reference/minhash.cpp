// The plainest fast MinHash: what one core can do when nothing but the task is in the way.
// minhash INPUT OUTPUT BANDS ROWS: pairs that agree in a band and whose exact Jaccard similarity is 0.7 or more.
//
// Broder, On the resemblance and containment of documents, 1997; bands as in Leskovec, Rajaraman and Ullman, Mining of
// Massive Datasets, chapter 3. Hash functions a * x + b modulo 2^32 with odd a.
#include "records.hpp"

#include <array>
#include <random>
#include <utility>

constexpr int values = 128, group = 32;
constexpr double threshold = 0.7;
using Signature = std::array<uint32_t, values>;

struct Functions {
    Signature multipliers, addends;
    Functions() {
        std::mt19937 random(1);
        for (int j = 0; j < values; j++) multipliers[j] = uint32_t(random()) | 1, addends[j] = uint32_t(random());
    }
};

// 32 values at a time stay in registers (4 of AVX2) while all hashes stream past; loops of fixed length, so that the
// compiler makes vectors of them.
static void sign(const std::vector<uint64_t> &hashes, const Functions &functions, Signature &signature) {
    for (int start = 0; start < values; start += group) {
        uint32_t a[group], b[group], least[group];
        for (int j = 0; j < group; j++) {
            a[j] = functions.multipliers[start + j], b[j] = functions.addends[start + j], least[j] = UINT32_MAX;
        }
        for (uint64_t hash : hashes) {
            uint32_t x = uint32_t(hash >> 32);
            for (int j = 0; j < group; j++) least[j] = std::min(least[j], a[j] * x + b[j]);
        }
        std::copy(least, least + group, signature.begin() + start);
    }
}

struct Entry {
    uint64_t key;
    uint32_t text;
};

// Brings equal keys together: a radix sort by their highest 33 bits (three passes of 11), then by the rest where needed.
static void gather(std::vector<Entry> &entries, std::vector<Entry> &room) {
    for (int shift = 31; shift < 64; shift += 11) {
        std::array<size_t, 2048> next{};
        for (auto &entry : entries) next[entry.key >> shift & 2047]++;
        size_t sum = 0;
        for (auto &count : next) sum += std::exchange(count, sum);
        for (auto &entry : entries) room[next[entry.key >> shift & 2047]++] = entry;
        entries.swap(room);
    }
    for (size_t start = 0, end; start < entries.size(); start = end) {
        for (end = start + 1; end < entries.size() && entries[end].key >> 31 == entries[start].key >> 31;) end++;
        std::stable_sort(&entries[start], &entries[start] + (end - start),
                         [](const Entry &a, const Entry &b) { return a.key < b.key; });
    }
}

static std::vector<uint64_t> candidates(const std::vector<Signature> &signatures, int bands, int rows) {
    std::vector<Entry> entries(signatures.size()), room(signatures.size());
    std::vector<uint64_t> pairs;
    for (int band = 0; band < bands; band++) {
        for (size_t text = 0; text < signatures.size(); text++) {
            entries[text] = {XXH3_64bits(&signatures[text][size_t(band * rows)], size_t(rows) * 4), uint32_t(text)};
        }
        gather(entries, room);
        for (size_t start = 0; start < entries.size(); start++) {
            for (size_t other = start + 1; other < entries.size() && entries[other].key == entries[start].key; other++) {
                pairs.push_back(uint64_t(entries[start].text) << 32 | entries[other].text);
            }
        }
    }
    make_set(pairs);
    return pairs;
}

int main(int, char **arguments) {
    Stages stages;
    auto records = read_records(arguments[1]);
    stages.finish("read");

    Functions functions;
    std::vector<Signature> signatures(records.size());
    std::vector<uint64_t> hashes;
    for (size_t text = 0; text < records.size(); text++) {
        hash_windows(records[text].text, hashes);
        sign(hashes, functions, signatures[text]);
    }
    stages.finish("sign");

    auto pairs = candidates(signatures, std::atoi(arguments[3]), std::atoi(arguments[4]));
    stages.finish("pair");

    std::FILE *output = std::fopen(arguments[2], "w");
    std::vector<uint64_t> first_set, second_set;
    uint64_t last = UINT64_MAX;
    for (uint64_t pair : pairs) {
        uint32_t first = uint32_t(pair >> 32), second = uint32_t(pair);
        if (first != last) hash_windows(records[first].text, first_set), make_set(first_set);
        last = first;
        hash_windows(records[second].text, second_set);
        make_set(second_set);
        double similarity = jaccard(first_set, second_set);
        if (similarity >= threshold) std::fprintf(output, "%u\t%u\t%.4f\n", records[first].id, records[second].id, similarity);
    }
    std::fclose(output);
    stages.finish("verify");
    stages.report();
}
