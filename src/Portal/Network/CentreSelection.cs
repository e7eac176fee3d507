using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Network;

/// <summary>A plot that is proposed as a learning centre.</summary>
/// <param name="Centre">Id that the form gave the centre, so that the same form sent twice is one.</param>
/// <param name="Reason">Why this plot.</param>
public sealed record CentreProposal(Guid Plot, Guid Centre, string Name, string Reason);

/// <summary>What the office finds of a centre, and where it stands from then on.</summary>
/// <param name="Known">Steps that there were when the form was opened.</param>
/// <param name="Form">Key of the checklist that was answered; empty where none is asked for.</param>
/// <param name="Answers">What was found, by criterion.</param>
public sealed record CentreJudgement(int Known, CentreStage Stage, DateOnly On, string Reason, string Form, IReadOnlyDictionary<string, string> Answers)
{
    /// <summary>Whether a step from here to there is reckoned by the checklist.</summary>
    public static bool IsScored(CentreStage from, CentreStage to) => from == CentreStage.Candidate && to is CentreStage.Candidate or CentreStage.Selected;
}

/// <summary>How plots become learning centres (domain.md L6): proposed, found fit by the checklist in force, chosen.</summary>
public static class CentreSelection
{
    private const int MostSlugs = 1000;

    /// <summary>A centre begins as a candidate that says what the register knows of its plot.</summary>
    public static Task ProposeCentreAsync(this PortalDb db, CentreProposal proposal, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                if (await db.Centres.AnyAsync(c => c.Id == proposal.Centre, cancellationToken))
                {
                    return;
                }

                await db.ProposeInAsync(await db.FindRecordAsync<Plot>(proposal.Plot, by, cancellationToken), proposal, by, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    /// <summary>The next step of a centre's life with what was found; the same form sent twice is one step.</summary>
    /// <exception cref="PortalException">It may not follow, does not say enough, or a required criterion is not met.</exception>
    public static Task JudgeCentreAsync(this PortalDb db, Guid id, CentreJudgement found, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnRecordAsync<Centre>(
            id,
            by,
            now,
            async centre =>
            {
                if (centre.History.Count != found.Known)
                {
                    DemandSame(centre.History, found);
                    return;
                }

                var step = new CentreStep(found.Stage, found.On, found.Reason);
                centre.Move(CentreJudgement.IsScored(centre.Stage, found.Stage) ? await db.ScoreAsync(centre, found, step, cancellationToken) : step, by, now);
            },
            cancellationToken);

    /// <summary>The same for a plot that was found already. Call inside a transaction; the caller saves.</summary>
    internal static async Task ProposeInAsync(this PortalDb db, Plot plot, CentreProposal proposal, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var centre = Centre.Create(null, proposal.Centre);
        plot.Become(centre.Key, by, now);
        // The centre's completeness counts its plots as the table has them.
        await db.SaveChangesAsync(cancellationToken);
        db.Add(centre);
        await db.PutAsync(centre, await db.RecordOfAsync(plot, proposal.Name, cancellationToken), by, now, CheckState.Draft, cancellationToken);
        centre.Move(new(CentreStage.Candidate, ThaiTime.Day(now), proposal.Reason), by, now);
    }

    private static async Task<CentreStep> ScoreAsync(this PortalDb db, Centre centre, CentreJudgement found, CentreStep step, CancellationToken cancellationToken)
    {
        if (await db.FormForAsync(FormKind.Selection, centre.AreaCode, cancellationToken) is not { } form)
        {
            throw new PortalException("centre.form", "ยังไม่มีเกณฑ์คัดเลือกของพื้นที่นี้ โปรดแจ้งผู้ดูแลระบบ");
        }

        if (form.Key != found.Form)
        {
            throw new PortalException("centre.form", "เกณฑ์คัดเลือกเปลี่ยนเป็นรุ่นใหม่ระหว่างที่ท่านกรอก โปรดดูทุกข้ออีกครั้งแล้วบันทึก");
        }

        var score = SelectionScore.Of(form, found.Answers);
        if (found.Stage == CentreStage.Candidate && score.Open.Count == form.Fields.Count(f => f.Weight > 0))
        {
            throw new PortalException("centre.answers", "โปรดตอบเกณฑ์อย่างน้อยหนึ่งข้อ");
        }

        if (found.Stage == CentreStage.Selected && score.Unmet.Count > 0)
        {
            var unmet = form.Fields.Where(f => score.Unmet.Contains(f.Code));
            throw new PortalException("centre.required", $"คัดเลือกยังไม่ได้ ข้อที่ต้องผ่านยังไม่ผ่าน: {string.Join(" · ", unmet.Select(f => f.Label))}", score.Unmet[0]);
        }

        form.Use();
        return step with { Form = form.Key, Score = score.Score, Answers = found.Answers };
    }

    /// <summary>Nothing to do when the last step is this one already.</summary>
    private static void DemandSame(IReadOnlyList<CentreStep> history, CentreJudgement found)
    {
        if (history is not [.., var last] || (last.Stage, last.On, last.Reason) != (found.Stage, found.On, found.Reason)
            || (last.Score is not null && (last.Form != found.Form || !InOrder(last.Answers).SequenceEqual(InOrder(found.Answers)))))
        {
            throw new PortalException("centre.newer", "มีคนบันทึกขั้นของศูนย์นี้ระหว่างที่ท่านกรอก โปรดดูประวัติข้างล่าง แล้วบันทึกอีกครั้งถ้ายังต้องการ");
        }

        static IEnumerable<KeyValuePair<string, string>> InOrder(IReadOnlyDictionary<string, string>? answers) => (answers ?? new Dictionary<string, string>()).OrderBy(a => a.Key, StringComparer.Ordinal);
    }

    private static async Task<CentreRecord> RecordOfAsync(this PortalDb db, Plot plot, string name, CancellationToken cancellationToken)
    {
        var stem = Slug.From(name);
        var slug = stem;
        // Villages share names; addresses do not.
        for (var next = 2; next < MostSlugs && await db.Centres.AnyAsync(c => c.Slug == slug, cancellationToken); next++)
        {
            slug = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{stem}-{next}");
        }

        return new(
            name,
            slug,
            plot.AreaCode,
            new() { Kind = plot.Kind == PlotKind.Clm ? CentreKind.Clm : CentreKind.Hlm, Synthetic = plot.IsSynthetic },
            new());
    }
}
