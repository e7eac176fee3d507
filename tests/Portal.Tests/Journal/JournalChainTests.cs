using KhokNongNa.Portal.Journal;

namespace KhokNongNa.Portal.Tests.Journal;

public sealed class JournalChainTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(7));
    private static readonly Guid Someone = new("01900000-0000-7000-8000-000000000001");
    private static readonly Guid Something = new("01900000-0000-7000-8000-000000000002");

    [Fact]
    public void The_first_hash_is_what_it_always_was() => Assert.Equal(
        "9cb8cd6242b2bd3ab7dd37454c489b6aac3aa4533e28eaa7681c347e1168b66f",
        Convert.ToHexStringLower(JournalChain.Hash(JournalChain.Start, 1, Noon, Someone, "entry", Something, "drafted", "{}")));

    [Fact]
    public void Letters_that_move_from_one_field_to_the_next_change_the_hash() => Assert.NotEqual(
        JournalChain.Hash(JournalChain.Start, 1, Noon, Someone, "entry", Something, "draft", "ed{}"),
        JournalChain.Hash(JournalChain.Start, 1, Noon, Someone, "entry", Something, "drafted", "{}"));

    [Fact]
    public void The_same_moment_in_another_offset_hashes_the_same() => Assert.Equal(
        JournalChain.Hash(JournalChain.Start, 1, Noon, Someone, "entry", Something, "drafted", "{}"),
        JournalChain.Hash(JournalChain.Start, 1, Noon.ToUniversalTime(), Someone, "entry", Something, "drafted", "{}"));
}
