using System.Security.Cryptography;
using System.Text;
using KhokNongNa.Thai;

namespace KhokNongNa.Benchmarks.Judged;

/// <summary>
/// Judged queries made from passages: a clause with words left out and its title's first words before it (question), its
/// rarest words (keyword), whole titles, each also with a typing mistake and as broken Thai. Half of the passages ask the
/// queries that the ranking is tuned on, half those that only check it. What a passage asks hangs on its own name and text,
/// so that a new lesson leaves the queries of the others as they were.
/// </summary>
internal static class DevelopmentSet
{
    private static readonly string[] Endings = ["ยังไง", "ทำอย่างไร", "เพราะอะไร", "กี่วัน", "ได้ไหม", "คืออะไร", "เท่าไร", ""];

    public static IEnumerable<JudgedSet> From(string content)
    {
        var passages = Passages.In(content);
        var dense = passages.ToDictionary(p => p.Id, p => Dense($"{p.Title} {p.Text}"));
        var counts = passages.SelectMany(p => Words(p.Text).Distinct()).CountBy(word => word).ToDictionary(StringComparer.Ordinal);
        for (var half = 0; half < 2; half++)
        {
            var asking = passages.Where(p => (Seed(p.Id, 2564) & 1) == half).ToList();
            List<JudgedQuery> questions = [.. asking.Select(p => Question(p, new Random(Seed(p.Id, 1)))).OfType<JudgedQuery>()];
            List<JudgedQuery> keywords = [.. asking.SelectMany(p => Keywords(p, counts, new Random(Seed(p.Id, 2)))).DistinctBy(q => q.Text)
                .Select(q => q with { Rel = Having(q.Text) }).Where(q => q.Rel.Count is > 0 and <= 10)];
            yield return new JudgedSet(half == 0 ? "content-tune" : "content-check", passages, WithMistakes(questions, keywords, seed: 31 + half));
        }

        List<string> Having(string text)
        {
            var sought = Dense(text);
            return [.. dense.Where(pair => pair.Value.Contains(sought, StringComparison.Ordinal)).Select(pair => pair.Key)];
        }
    }

    /// <summary>The questions (<c>queries</c>) and keywords (<c>q_kw</c>) of a set with mistakes that nothing was tuned to.</summary>
    public static JudgedSet WithOwnMistakes(JudgedSet set) =>
        set with { Queries = WithMistakes(set.Queries["queries"], set.Queries["q_kw"], seed: 77) };

    private static Dictionary<string, IReadOnlyList<JudgedQuery>> WithMistakes(IReadOnlyList<JudgedQuery> questions, IReadOnlyList<JudgedQuery> keywords, int seed)
    {
        return new Dictionary<string, IReadOnlyList<JudgedQuery>>(StringComparer.Ordinal)
        {
            ["1 question"] = questions,
            ["2 keyword"] = keywords,
            ["3 q+typo"] = [.. questions.Select(Mistaken)],
            ["4 kw+typo"] = [.. keywords.Select(Mistaken)],
            ["5 broken"] = [.. questions.Select(q => q with { Text = new BrokenThai(Seed(q.Id, seed)).Of(q.Text) })],
        };

        JudgedQuery Mistaken(JudgedQuery query) => query with { Text = new TypingMistakes(Seed(query.Id, seed)).In(query.Text, 1) };
    }

    private static int Seed(string id, int salt) => BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{salt} {id}")));

    private static JudgedQuery? Question(JudgedDocument passage, Random random)
    {
        var clauses = passage.Text.Split(' ').Where(clause => Words(clause).Count is >= 5 and <= 14).ToList();
        if (clauses.Count == 0)
        {
            return null;
        }

        // Nobody asks with the words of the answer: a third of them is left out, and the rest is put in other order now and then.
        List<string> words = [.. Words(clauses[random.Next(clauses.Count)]).Where(_ => random.Next(3) > 0)];
        if (random.Next(3) == 0)
        {
            words.Reverse();
        }

        var topic = random.Next(2) == 0 ? string.Concat(Words(passage.Title).Take(3)) : "";
        var text = topic + string.Concat(words) + Endings[random.Next(Endings.Length)];
        return words.Count < 3 ? null : new JudgedQuery("q" + passage.Id, text, [passage.Id]);
    }

    private static IEnumerable<JudgedQuery> Keywords(JudgedDocument passage, Dictionary<string, int> counts, Random random)
    {
        var words = ThaiWords.Segment(passage.Text);
        var start = Enumerable.Range(0, words.Count)
            .Where(i => counts.GetValueOrDefault(passage.Text.Substring(words[i].Start, words[i].Length), 99) <= 4 && words[i].Length > 2)
            .Order()
            .ToList();
        for (var made = 0; made < 2 && start.Count > 0; made++)
        {
            var first = start[random.Next(start.Count)];
            var last = Math.Min(first + random.Next(4), words.Count - 1);
            var text = passage.Text[words[first].Start..words[last].End];
            // Of a shorter word a slip makes another word.
            if (text.Length > 5 && !text.Contains(' ', StringComparison.Ordinal))
            {
                yield return new JudgedQuery($"k{passage.Id}.{made}", text, []);
            }
        }
    }

    private static List<string> Words(string text) => [.. ThaiWords.Segment(text).Select(word => text.Substring(word.Start, word.Length))];

    private static string Dense(string text) => string.Concat(ThaiText.Fold(ThaiText.Normalize(text)).Where(c => !char.IsWhiteSpace(c)));
}
