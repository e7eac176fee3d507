using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Knowledge;

public sealed class ReviewTests(TestDatabases databases) : PortalTest(databases)
{
    [Fact]
    public async Task A_text_goes_from_draft_through_a_remark_to_its_readers()
    {
        var id = await Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก"), People.Malee);
        await SubmitAsync(id);
        await Portal.Write(async db => (await db.Entries.SingleAsync(Stop)).Return([new("", " ขอรูปกองปุ๋ย\r\nด้วย ")], People.Somchai, Now));
        await Portal.ReviseAsync(id, 1, Samples.Article("ปุ๋ยหมัก", "มีรูปแล้ว"), People.Malee);
        await SubmitAsync(id);
        await ApproveAsync(id);
        await Portal.PutLiveAsync(id, People.Somchai);

        var entry = await Portal.EntryAsync(id);
        Assert.Equal((EntryState.Published, true, 2), (entry.State, entry.IsLive, entry.LiveNumber));
        Assert.Equal("ขอรูปกองปุ๋ย\nด้วย", (await Portal.Read(db => db.Remarks.SingleAsync(Stop))).Text);
        Assert.Equal(
            ["entry drafted", "entry submitted", "entry returned", "entry revised", "entry submitted", "entry approved", "entry published"],
            await VerbsInJournal());
    }

    [Fact]
    public async Task An_author_cannot_approve_own_text()
    {
        var id = await Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก"), People.Somchai);
        await SubmitAsync(id);

        Assert.Equal("entry.own", await Refused(() => ApproveAsync(id)));
        Assert.Equal(EntryState.InReview, (await Portal.EntryAsync(id)).State);
    }

    [Fact]
    public async Task An_archived_text_comes_back_through_a_new_review_by_another()
    {
        var id = await Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก"), People.Somchai);
        await SubmitAsync(id);
        await Portal.ActAsync(id, People.Prasert, (entry, now) => entry.Approve(Samples.Ticked, People.Prasert, now));
        await Portal.PutLiveAsync(id, People.Somchai);
        await Portal.ActAsync(id, People.Somchai, (entry, now) => entry.Archive(People.Somchai, now));

        await SubmitAsync(id);

        Assert.Equal("entry.own", await Refused(() => ApproveAsync(id)));
        await Portal.ActAsync(id, People.Prasert, (entry, now) => entry.Approve(Samples.Ticked, People.Prasert, now));
        await Portal.PutLiveAsync(id, People.Somchai);
        Assert.True((await Portal.EntryAsync(id)).IsLive);
    }

    [Fact]
    public async Task Who_wrote_an_earlier_revision_cannot_approve_a_later_one_of_somebody_else()
    {
        var id = await Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก"), People.Somchai);
        await Portal.ReviseAsync(id, 1, Samples.Article("ปุ๋ยหมักแห้ง"), People.Malee);
        await Portal.ReviseAsync(id, 2, Samples.Article("ปุ๋ยหมักแห้งเร็ว"), People.Malee);
        await SubmitAsync(id);

        Assert.Equal("entry.own", await Refused(() => ApproveAsync(id)));
        await Portal.ActAsync(id, People.Prasert, (entry, now) => entry.Approve(Samples.Ticked, People.Prasert, now));
    }

    [Fact]
    public async Task Who_wrote_before_the_last_publication_may_approve_what_others_write_after_it()
    {
        var id = await LiveAsync();

        await Portal.ReviseAsync(id, 1, Samples.Article("ปุ๋ยหมักสูตรใหม่"), People.Prasert);
        await Portal.ActAsync(id, People.Prasert, (entry, now) => entry.Submit(People.Prasert, now));
        await ApproveAsync(id);

        Assert.Equal(EntryState.Approved, (await Portal.EntryAsync(id)).State);
    }

    [Fact]
    public async Task Changing_an_approved_text_takes_the_approval_away()
    {
        var id = await Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก"), People.Malee);
        await SubmitAsync(id);
        await ApproveAsync(id);

        await Portal.ReviseAsync(id, 1, Samples.Article("ปุ๋ยหมักอีกแบบ"), People.Malee);

        Assert.Equal(EntryState.Draft, (await Portal.EntryAsync(id)).State);
        Assert.Equal("entry.not-approved", await Refused(() => Portal.PutLiveAsync(id, People.Somchai)));
    }

    [Fact]
    public async Task A_text_nobody_approved_is_not_published()
    {
        var id = await Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก"), People.Malee);
        Assert.Equal("entry.not-approved", await Refused(() => Portal.PutLiveAsync(id, People.Somchai)));
        await SubmitAsync(id);
        Assert.Equal("entry.not-approved", await Refused(() => Portal.PutLiveAsync(id, People.Somchai)));

        Assert.False((await Portal.EntryAsync(id)).IsLive);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public async Task A_return_needs_a_remark(string remark)
    {
        var id = await Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก"), People.Malee);
        await SubmitAsync(id);

        var refusal = await Assert.ThrowsAsync<PortalException>(() =>
            Portal.ActAsync(id, People.Somchai, (entry, now) => entry.Return([new("", remark)], People.Somchai, now)));

        Assert.Equal(("entry.remark", "Remark"), (refusal.Code, refusal.Field));
    }

    [Fact]
    public async Task A_remark_has_a_limit()
    {
        var id = await Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก"), People.Malee);
        await SubmitAsync(id);

        Assert.Equal("entry.remark", await Refused(() =>
            Portal.ActAsync(id, People.Somchai, (entry, now) => entry.Return([new("", new string('ก', Entry.RemarkLength + 1))], People.Somchai, now))));
        await Portal.ActAsync(id, People.Somchai, (entry, now) => entry.Return([new("", new string('ก', Entry.RemarkLength))], People.Somchai, now));
    }

    [Fact]
    public async Task What_is_not_in_review_is_neither_approved_nor_returned_and_what_is_is_not_submitted_again()
    {
        var id = await Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก"), People.Malee);
        Assert.Equal("entry.not-in-review", await Refused(() => ApproveAsync(id)));
        Assert.Equal("entry.not-in-review", await Refused(() => Portal.ActAsync(id, People.Somchai, (entry, now) => entry.Return([new("", "แก้")], People.Somchai, now))));
        await SubmitAsync(id);
        Assert.Equal("entry.not-draft", await Refused(() => SubmitAsync(id)));
        await ApproveAsync(id);
        Assert.Equal("entry.not-in-review", await Refused(() => ApproveAsync(id)));
    }

    [Fact]
    public async Task Of_two_reviewers_at_once_the_second_is_told()
    {
        var id = await Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก"), People.Malee);
        await SubmitAsync(id);

        var both = new[] { People.Somchai, People.Prasert }
            .Select(by => Task.Run(() => Portal.ActAsync(id, by, (entry, now) => entry.Approve(Samples.Ticked, by, now)), Stop))
            .ToList();
        await Task.WhenAll(both.Select(t => t.ContinueWith(_ => { }, Stop, TaskContinuationOptions.None, TaskScheduler.Default)));

        var told = Assert.Single(both, t => t.IsFaulted);
        Assert.Equal("entry.not-in-review", Assert.IsType<PortalException>(told.Exception!.InnerException).Code);
    }

    private Task SubmitAsync(Guid id) => Portal.ActAsync(id, People.Malee, (entry, now) => entry.Submit(People.Malee, now));

    private Task ApproveAsync(Guid id) => Portal.ActAsync(id, People.Somchai, (entry, now) => entry.Approve(Samples.Ticked, People.Somchai, now));

    private async Task<Guid> LiveAsync()
    {
        var id = await Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก"), People.Somchai);
        await SubmitAsync(id);
        await Portal.ActAsync(id, People.Prasert, (entry, now) => entry.Approve(Samples.Ticked, People.Prasert, now));
        await Portal.PutLiveAsync(id, People.Prasert);
        return id;
    }
}
