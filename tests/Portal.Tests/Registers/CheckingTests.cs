using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Registers;

public sealed class CheckingTests(TestDatabases databases) : PortalTest(databases)
{
    private readonly Sage _sage = Sage.Create(null, null);

    [Fact]
    public async Task A_record_goes_from_draft_to_accepted_through_other_hands_and_gets_its_number()
    {
        await EnterAsync();
        Assert.Equal((CheckState.Draft, 80, null), await LookAsync(s => (s.State, s.Percent, s.Number)));

        await SubmitAsync(People.Malee);
        await CheckAsync(People.Somchai);
        Assert.Equal((CheckState.Checked, false), await LookAsync(s => (s.State, s.IsAccepted)));
        await AcceptAsync(People.Somchai);

        Assert.Equal((CheckState.Accepted, true, "3104-P-0001"), await LookAsync(s => (s.State, s.IsAccepted, s.Number)));
    }

    [Fact]
    public async Task Who_wrote_since_the_last_acceptance_neither_checks_nor_accepts()
    {
        await EnterAsync();
        await WriteAsync(1, "บุญมี ใจงาม", People.Somchai);
        await SubmitAsync(People.Malee);

        Assert.Equal("register.own", await Refused(() => CheckAsync(People.Somchai, 2)));
        await CheckAsync(People.Prasert, 2);
        Assert.Equal("register.own", await Refused(() => AcceptAsync(People.Somchai, 2)));
        Assert.Equal("register.forbidden", await Refused(() => AcceptAsync(People.InRole(Role.CdWorker, "3104"), 2)));
        await AcceptAsync(People.FromProvince, 2);

        await WriteAsync(2, "บุญมี งามใจ", People.Malee);
        await SubmitAsync(People.Malee);
        await CheckAsync(People.Somchai, 3);
    }

    [Fact]
    public async Task Readers_see_what_was_accepted_until_the_next_wording_is()
    {
        await EnterAsync();
        await SubmitAsync(People.Malee);
        await CheckAsync(People.Somchai);
        await AcceptAsync(People.Somchai);

        await WriteAsync(1, "ชื่อใหม่", People.Malee);

        Assert.Equal(("บุญมี", "ชื่อใหม่", CheckState.Draft), await LookAsync(s => (s.Name, s.Latest.Name, s.State)));
        await SubmitAsync(People.Malee);
        await CheckAsync(People.Somchai, 2);
        await AcceptAsync(People.Somchai, 2);
        Assert.Equal(("ชื่อใหม่", false, "3104-P-0001"), await LookAsync(s => (s.Name, s.HasDraft, s.Number)));
    }

    [Fact]
    public async Task Of_two_checkers_at_once_the_second_is_told()
    {
        await EnterAsync();
        await SubmitAsync(People.Malee);
        await CheckAsync(People.Somchai);

        Assert.Equal("register.state", await Refused(() => CheckAsync(People.Prasert)));
        await ReturnAsync(People.Prasert, ("name", "ขอชื่อเต็ม"));
        Assert.Equal("register.state", await Refused(() => AcceptAsync(People.Somchai)));
        Assert.Equal([("name", "ขอชื่อเต็ม")], (await Portal.Read(db => db.RemarksAsync(_sage.Id, Stop))).Select(r => (r.Field, r.Text)));
    }

    [Fact]
    public async Task A_wording_that_changed_since_it_was_read_is_not_checked()
    {
        await EnterAsync();
        await SubmitAsync(People.Malee);
        await WriteAsync(1, "บุญมา", People.Malee);
        await SubmitAsync(People.Malee);

        Assert.Equal("register.newer", await Refused(() => CheckAsync(People.Somchai, 1)));
        Assert.False(await Portal.Read(db => db.WriteRecordAsync<Sage, SageRecord>(_sage.Id, 1, r => r, People.Malee, Now, Stop)));
    }

    [Fact]
    public async Task What_is_required_has_to_be_there_to_send_and_what_only_counts_has_not()
    {
        await Portal.FormsAsync();
        await Portal.Run(db => db.EnterAsync(_sage, Samples.Record("บุญมี", "3104"), People.Malee, Now, Stop));

        Assert.Equal("register.required", await Refused(() => SubmitAsync(People.Malee)));
        Assert.Equal((50, "area,nickname"), await LookAsync(s => (s.Percent, string.Join(',', s.Missing))));
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_record()
    {
        await EnterAsync();
        await Portal.Run(db => db.EnterAsync(_sage, Samples.Record("บุญมี"), People.Malee, Now, Stop));

        Assert.Equal((1, 1), (await Portal.Read(db => db.Sages.CountAsync(Stop)), await Portal.Read(db => db.RecordRevisions.CountAsync(Stop))));
    }

    [Fact]
    public async Task Another_district_and_another_recorder_find_nothing()
    {
        await EnterAsync();

        foreach (var stranger in (Actor[])[People.FromKhuMueang, People.InRole(Role.Recorder, "3104"), People.InRole(Role.DepartmentOfficer, "")])
        {
            Assert.Empty(await Portal.Read(db => db.RecordsFor<Sage>(stranger).ToListAsync(Stop)));
            Assert.Equal("register.none", await Refused(() => SubmitAsync(stranger)));
        }
    }

    private async Task EnterAsync()
    {
        await Portal.FormsAsync();
        await Portal.Run(db => db.EnterAsync(_sage, Samples.Record("บุญมี"), People.Malee, Now, Stop));
    }

    private Task WriteAsync(int revision, string name, Actor by) =>
        Portal.Run(async db => Assert.True(await db.WriteRecordAsync<Sage, SageRecord>(_sage.Id, revision, r => r with { Name = name }, by, Now, Stop)));

    private Task SubmitAsync(Actor by) => Portal.Run(db => db.SubmitAsync<Sage>(_sage.Id, by, Now, Stop));

    private Task CheckAsync(Actor by, int revision = 1) => Portal.Run(db => db.CheckAsync<Sage>(_sage.Id, revision, by, Now, Stop));

    private Task AcceptAsync(Actor by, int revision = 1) => Portal.Run(db => db.AcceptAsync<Sage>(_sage.Id, revision, by, Now, Stop));

    private Task ReturnAsync(Actor by, params (string, string)[] remarks) => Portal.Run(db => db.ReturnAsync<Sage>(_sage.Id, 1, remarks, by, Now, Stop));

    private async Task<T> LookAsync<T>(Func<Sage, T> look) => look(await Portal.Read(db => db.Sages.AsNoTracking().SingleAsync(s => s.Id == _sage.Id, Stop)));
}
