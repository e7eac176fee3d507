using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Programme.Intake;
using KhokNongNa.Portal.Programme.Links;
using KhokNongNa.Portal.Programme.Sheets;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Duplicates;
using KhokNongNa.Portal.Registers.Forms;
using KhokNongNa.Portal.Tests.Databases;
using KhokNongNa.Portal.Tests.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Journal;

/// <summary>Does once everything that can happen to records of the registers.</summary>
internal static class RegisterActs
{
    public static async Task DoAllAsync(TestPortal portal, CancellationToken stop)
    {
        await portal.FormsAsync();
        var now = portal.Clock.Now;
        var sage = Sage.Create(null, null);
        await ThroughAsync(portal, sage, Samples.Record("typed ทองดี"), stop);
        await ThroughAsync(portal, Centre.Create(null), new CentreRecord("typed ศูนย์ใหม่", "", "310427", new(), new()), stop);
        await ThroughAsync(portal, Plot.Create(null), Registry.Plot("typed แปลง"), stop);
        await portal.Run(db => db.OnRecordAsync<Sage>(
            sage.Id,
            People.Somchai,
            now,
            noun =>
            {
                db.Consents.Add(noun.Consent(Samples.Paper(ConsentPurpose.Profile), People.Somchai, now));
                noun.Publish(mayBeShown: true, People.Somchai, now);
                noun.Hide(People.Somchai, now);
                noun.Confirm(ThaiTime.Day(now), People.Somchai, now);
                noun.Remember(People.Somchai, now);
                noun.Happened(Verbs.SageContactWritten, People.Somchai, now, ("channel", ContactChannel.Phone), ("visibility", Visibility.Staff));
                noun.Happened(Verbs.SageContactSeen, People.Somchai, now);
                noun.Happened(Verbs.SageContactRemoved, People.Somchai, now, ("channel", ContactChannel.Phone));
                return Task.CompletedTask;
            },
            stop));
        await portal.Write(async db => (await db.Sages.SingleAsync(s => s.Id == sage.Id, stop)).Expire(await db.Consents.SingleAsync(c => c.SageId == sage.Id, stop), now));
        await portal.Write(async db => (await db.Centres.SingleAsync(c => c.Key == "centre", stop)).Move(new(CentreStage.Suspended, ThaiTime.Day(now), "typed ซ่อม"), People.Somchai, now));
        await portal.Write(async db => (await db.Centres.SingleAsync(c => c.Key == "centre", stop)).ContactSeen(People.Somchai, now));
        var plot = Plot.Create(null);
        var standing = Registry.Plot("typed แปลงจะเป็นศูนย์");
        await portal.Run(db => db.EnterAsync(plot, standing with { Profile = standing.Profile with { History = [.. standing.Profile.History, new(PlotState.Selected, new DateOnly(2021, 2, 1))] } }, People.Malee, now, stop));
        await portal.Run(db => db.ProposeCentreAsync(new(plot.Id, Guid.CreateVersion7(), "typed ศูนย์จากแปลง", "typed ทำจริง"), People.Malee, now, stop));
        await MergeAsync(portal, sage.Id, stop);
        await portal.Run(db => db.WorkingSheetAsync<Sage, SageRecord>(FormKind.Sage, SageForm.Instance, "3104", withPhones: true, People.Somchai, now, stop));
        await InRoundAsync(portal, stop);
    }

    private static async Task InRoundAsync(TestPortal portal, CancellationToken stop)
    {
        var (round, worker, now) = (Guid.CreateVersion7(), Member.Join("typed ผู้รับงาน", Role.CdWorker, "3104", Actor.System, portal.Clock.Now), portal.Clock.Now);
        await portal.Write(db => db.FormDefinitions.Add(Registry.Form(FormKind.Activity, Registry.Field("name", 50), Registry.Field("area", 30))));
        await portal.Write(db => db.Members.Add(worker));
        var activity = Activity.Create();
        await ThroughAsync(portal, activity, new ActivityRecord("typed เอามื้อ", "310427", new() { Purpose = "typed ห่มดิน" }), stop);
        await portal.Run(db => db.OnRecordAsync<Activity>(
            activity.Id,
            People.Somchai,
            now,
            noun =>
            {
                noun.Cancel("typed ฝนตก", People.Somchai, now);
                return Task.CompletedTask;
            },
            stop));
        var text = new DirectiveText { To = ["3104"], Due = ThaiTime.Day(now), Tasks = [new("sages", "typed ทำทะเบียน", TaskKind.Sages)] };
        await portal.Run(db => db.WriteDirectiveAsync(round, 0, "typed ว 1", "typed เรื่อง", ThaiTime.Day(now), "31", text, People.FromProvince, now, stop));
        foreach (var _ in (int[])[1, 2])
        {
            await portal.Run(db => db.MakeLinkAsync(round, "3104", LinkKind.Sages, ThaiTime.Day(now), People.Somchai, now, stop));
        }

        await portal.Run(db => db.AssignAsync(round, "3104", worker.Id, People.Somchai, now, stop));
        await portal.Run(db => db.SubmitReportAsync(portal.Get<LiveBoard>(), round, "3104", People.Somchai, now, stop));
        await portal.Run(db => db.ReopenReportAsync(round, "3104", "typed ขอแก้", People.Somchai, now, stop));
        await portal.Run(db => db.ExemptAsync(round, "3104", isExempt: true, People.FromProvince, now, stop));
        await portal.Run(db => db.ExemptAsync(round, "3104", isExempt: false, People.FromProvince, now, stop));
    }

    /// <summary>A sheet is looked at, goes in and is taken back; needs the areas that <see cref="MemberActs"/> leaves.</summary>
    public static async Task TakeSheetAsync(TestPortal portal, FormKind register, CancellationToken stop)
    {
        var (id, now) = (Guid.CreateVersion7(), portal.Clock.Now);
        var table = SheetReader.ReadPasted("ชื่อ\tตำบล\nนาย typed ตารางใหม่\ttyped หนองโสน");
        await portal.Run(db => db.TakeIntakeAsync(id, register, "3104", table, People.Somchai, now, stop));
        await portal.Run(db => db.RunIntakeAsync(id, People.Somchai, now, stop));
        await portal.Run(db => db.AcceptIntakeAsync(id, People.Somchai, now, stop));
        await portal.Run(db => db.RunIntakeAsync(id, People.Somchai, now, stop));
        await portal.Run(db => db.UndoIntakeAsync(id, People.Somchai, now, stop));
        await portal.Run(db => db.RunIntakeAsync(id, People.Somchai, now, stop));
    }

    private static async Task MergeAsync(TestPortal portal, Guid kept, CancellationToken stop)
    {
        var (twin, now) = (Sage.Create(null, null), portal.Clock.Now);
        await portal.Run(db => db.EnterAsync(twin, Samples.Record("typed ทองดี"), People.Malee, now, stop));
        await portal.Run(db => db.TellApartAsync(kept, [twin.Id], People.Somchai, now, stop));
        var ask = await portal.Read(async db => new MergeAsk(kept, await db.Sages.Where(s => s.Id == kept).Select(s => s.RevisionNumber).SingleAsync(stop), twin.Id, 1, MergeChoice.Plain));
        Assert.True(await portal.Read(db => db.MergeAsync(ask, People.Somchai, now, stop)));
    }

    private static async Task ThroughAsync<T, TRecord>(TestPortal portal, T noun, TRecord record, CancellationToken stop)
        where T : Registered<TRecord>
        where TRecord : class
    {
        var now = portal.Clock.Now;
        await portal.Run(db => db.EnterAsync(noun, record, People.Malee, now, stop));
        await portal.Run(db => db.SubmitAsync<T>(noun.Id, People.Malee, now, stop));
        await portal.Run(db => db.ReturnAsync<T>(noun.Id, 1, [("name", "typed แก้ชื่อ")], People.Somchai, now, stop));
        await portal.Run(db => db.SubmitAsync<T>(noun.Id, People.Malee, now, stop));
        await portal.Run(db => db.CheckAsync<T>(noun.Id, 1, People.Somchai, now, stop));
        await portal.Run(db => db.AcceptAsync<T>(noun.Id, 1, People.Prasert, now, stop));
    }
}
