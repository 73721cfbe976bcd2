// Every pair of texts whose exact Jaccard similarity is 0.7 or more, without a sketch: the truth the others are held to.
// join INPUT OUTPUT
//
// The prefix filter (Chaudhuri, Ganti and Kaushik, A primitive operator for similarity joins, 2006; Bayardo, Ma and
// Srikant, Scaling up all pairs similarity search, 2007): if the members of all sets stand in one order, two sets of a
// similarity t or more share one of their first |A| - ceil(t |A|) + 1 members. The rarer those are, the fewer candidates.
#include "records.hpp"

#include <cmath>
#include <span>

constexpr double threshold = 0.7;
using Set = std::span<const uint64_t>;

struct Posting {
    uint64_t member;
    uint32_t text;
};

// All sets one after the other, with where each begins, and the last ends.
struct Sets {
    std::vector<uint64_t> members;
    std::vector<size_t> starts{0};
    Set operator[](size_t text) const { return Set(members).subspan(starts[text], starts[text + 1] - starts[text]); }
    size_t count() const { return starts.size() - 1; }
};

static Sets make_sets(const std::vector<Record> &records) {
    Sets sets;
    std::vector<uint64_t> hashes;
    for (auto &record : records) {
        hash_windows(record.text, hashes);
        make_set(hashes);
        sets.members.insert(sets.members.end(), hashes.begin(), hashes.end());
        sets.starts.push_back(sets.members.size());
    }
    return sets;
}

// How many texts hold a member, by its low bits: members that share them are taken for more frequent than they are,
// which changes the order of all sets alike and loses nothing.
class Frequencies {
public:
    explicit Frequencies(const Sets &sets) {
        while (counts.size() < sets.members.size() * 2) counts.resize(counts.size() * 2);
        for (uint64_t member : sets.members) counts[member & (counts.size() - 1)]++;
    }
    uint32_t operator()(uint64_t member) const { return counts[member & (counts.size() - 1)]; }

private:
    std::vector<uint32_t> counts = std::vector<uint32_t>(1024);
};

static std::vector<Posting> prefixes(const Sets &sets) {
    Frequencies frequency(sets);
    std::vector<Posting> postings;
    std::vector<std::pair<uint32_t, uint64_t>> ordered;
    for (size_t text = 0; text < sets.count(); text++) {
        ordered.clear();
        for (uint64_t member : sets[text]) ordered.emplace_back(frequency(member), member);
        if (ordered.empty()) continue;
        // A little less than t |A|, so that rounding never shortens a prefix.
        size_t length = ordered.size() - size_t(std::ceil(threshold * double(ordered.size()) - 1e-9)) + 1;
        std::partial_sort(ordered.begin(), ordered.begin() + ptrdiff_t(length), ordered.end());
        for (size_t at = 0; at < length; at++) {
            // Nobody else holds a member that is counted once.
            if (ordered[at].first > 1) postings.push_back({ordered[at].second, uint32_t(text)});
        }
    }
    std::sort(postings.begin(), postings.end(), [](const Posting &a, const Posting &b) {
        return a.member != b.member ? a.member < b.member : a.text < b.text;
    });
    return postings;
}

static std::vector<uint64_t> candidates(const Sets &sets, const std::vector<Posting> &postings) {
    std::vector<uint64_t> pairs;
    size_t limit = size_t(1) << 26;
    for (size_t one = 0; one < postings.size(); one++) {
        double size = double(sets[postings[one].text].size());
        for (size_t other = one + 1; other < postings.size() && postings[other].member == postings[one].member; other++) {
            // Sets whose sizes differ by more than the threshold cannot reach it.
            double other_size = double(sets[postings[other].text].size());
            if (std::min(size, other_size) < threshold * std::max(size, other_size)) continue;
            pairs.push_back(uint64_t(postings[one].text) << 32 | postings[other].text);
        }
        if (pairs.size() > limit) {
            make_set(pairs);
            limit = std::max(limit, pairs.size() * 2);
        }
    }
    make_set(pairs);
    return pairs;
}

int main(int, char **arguments) {
    Stages stages;
    auto records = read_records(arguments[1]);
    stages.finish("read");
    Sets sets = make_sets(records);
    stages.finish("shingle");
    auto pairs = candidates(sets, prefixes(sets));
    stages.finish("pair");
    std::FILE *output = std::fopen(arguments[2], "w");
    for (uint64_t pair : pairs) {
        uint32_t first = uint32_t(pair >> 32), second = uint32_t(pair);
        double similarity = jaccard(sets[first], sets[second]);
        if (similarity >= threshold) std::fprintf(output, "%u\t%u\t%.4f\n", records[first].id, records[second].id, similarity);
    }
    std::fclose(output);
    stages.finish("verify");
    stages.report();
}
