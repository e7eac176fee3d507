using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Knowledge;

public sealed class EditingSessionTests(TestDatabases databases) : PortalTest(databases)
{
    private readonly Guid _member = Guid.CreateVersion7();

    [Fact]
    public async Task What_was_typed_last_is_kept_for_who_typed_it_and_the_journal_does_not_tell()
    {
        await KeepAsync("a", "ร่างแรก");
        Portal.Clock.Now += TimeSpan.FromSeconds(20);
        await KeepAsync("a", "ร่างที่สอง");

        Assert.Equal([new TypedField("Form.Body", "ร่างที่สอง")], (await TypedAsync("a"))!.Fields);
        Assert.Null(await TypedAsync("b"));
        Assert.Null(await Portal.Read(db => db.TypedAsync(Guid.CreateVersion7(), "a", Stop)));
        Assert.Empty(await Journal());

        await Portal.Run(db => db.DropTypedAsync(_member, "a", Stop));
        Assert.Null(await TypedAsync("a"));
    }

    [Fact]
    public async Task Two_windows_at_once_keep_one_of_both_and_break_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => KeepAsync("a", $"หน้าต่าง {i}")));

        Assert.StartsWith("หน้าต่าง ", Assert.Single((await TypedAsync("a"))!.Fields).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_form_without_typing_is_presence_alone_and_ends_by_silence()
    {
        var entry = await Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก"), People.Malee);
        var somchai = Member.Join("สมชาย ใจดี", Role.CdWorker, "3104", Actor.System, Now);
        await Portal.Write(db => db.Members.Add(somchai));

        await Portal.Run(db => db.OpenAsync(somchai.Id, entry.ToString(), Now, Stop));

        Assert.Equal(["สมชาย ใจดี"], await OthersAsync(_member));
        Assert.Empty(await OthersAsync(somchai.Id));
        Assert.Null(await Portal.Read(db => db.TypedAsync(somchai.Id, entry.ToString(), Stop)));
        Portal.Clock.Now += EditingSessions.Presence;
        Assert.Empty(await OthersAsync(_member));

        Task<IReadOnlyList<string>> OthersAsync(Guid who) => Portal.Read(db => db.OthersAtAsync(entry, who, Now, Stop));
    }

    [Fact]
    public async Task Too_much_and_a_citizen_number_are_refused_and_what_was_kept_stays()
    {
        await KeepAsync("a", "เดิม");

        Assert.Equal("editing.long", await Refused(() => KeepAsync("a", new string('ก', EditingSession.FieldsLength))));
        Assert.Equal("editing.citizen", await Refused(() => KeepAsync("a", "เลข 1-2345-67890-12-1")));
        Assert.Equal("เดิม", Assert.Single((await TypedAsync("a"))!.Fields).Text);
    }

    [Fact]
    public async Task The_oldest_of_too_many_gives_way_and_a_month_later_all_are_gone()
    {
        for (var i = 0; i <= EditingSession.Most; i++)
        {
            Portal.Clock.Now += TimeSpan.FromSeconds(1);
            await KeepAsync($"form-{i}", "พิมพ์");
        }

        Assert.Null(await TypedAsync("form-0"));
        Assert.NotNull(await TypedAsync("form-1"));
        Assert.Equal(EditingSession.Most, await Portal.Read(db => db.EditingSessions.CountAsync(Stop)));

        Portal.Clock.Now += EditingSessions.Kept + TimeSpan.FromSeconds(1);
        await Portal.Run(db => EditingSessions.ForgetTypedAsync(db, Portal.Clock, Stop));
        Assert.Equal(0, await Portal.Read(db => db.EditingSessions.CountAsync(Stop)));
    }

    private Task KeepAsync(string form, string body) => Portal.Run(db => db.KeepTypedAsync(_member, form, [new("Form.Body", body)], Now, Stop));

    private Task<EditingSession?> TypedAsync(string form) => Portal.Read(db => db.TypedAsync(_member, form, Stop));
}
