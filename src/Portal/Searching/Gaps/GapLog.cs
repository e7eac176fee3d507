using KhokNongNa.Portal.Network;

namespace KhokNongNa.Portal.Searching.Gaps;

/// <summary>
/// Adds searches up in memory; <see cref="GapWriter"/> takes them out every few seconds, so a search pays for a look into a table
/// and a kill loses only what was not taken yet.
/// </summary>
public sealed class GapLog(TimeProvider clock)
{
    /// <summary>Different questions between two writings. Of what a flood brings beyond, only the questions known already are counted.</summary>
    internal const int MostDistinct = 5_000;

    private readonly Lock _adding = new();
    private Dictionary<CountKey, Tally> _tallies = [];

    /// <summary>Counts one search.</summary>
    /// <param name="typed">What was typed; dropped at once when it may tell who typed it.</param>
    /// <param name="found">All results, not those of the page.</param>
    /// <param name="area">Area chosen as filter, of which the district counts; empty or no code → none.</param>
    public void Count(string typed, int found, string area)
    {
        if (Question.Of(typed) is not { } query)
        {
            return;
        }

        var today = ThaiTime.Day(clock.GetUtcNow());
        var district = Area.IsCode(area) ? Area.District(area) ?? "" : "";
        Add(new CountKey(new DateOnly(today.Year, today.Month, 1), district, query), new Tally(1, today, today, found));
    }

    internal Dictionary<CountKey, Tally> Take()
    {
        lock (_adding)
        {
            var taken = _tallies;
            _tallies = [];
            return taken;
        }
    }

    /// <summary>What could not be written is counted with what came meanwhile.</summary>
    internal void PutBack(Dictionary<CountKey, Tally> taken)
    {
        foreach (var (key, tally) in taken)
        {
            Add(key, tally);
        }
    }

    private void Add(CountKey key, Tally tally)
    {
        lock (_adding)
        {
            if (_tallies.TryGetValue(key, out var before))
            {
                _tallies[key] = before.And(tally);
            }
            else if (_tallies.Count < MostDistinct)
            {
                _tallies.Add(key, tally);
            }
        }
    }
}
