using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Media;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Journal;

/// <summary>Names of the things that journal rows are about; people have their own way, since they can be erased.</summary>
internal static class AuditSubjects
{
    public static async Task<Dictionary<Guid, string>> NamesAsync(PortalDb db, IReadOnlyCollection<AuditRow> rows, CancellationToken cancellationToken)
    {
        var names = new Dictionary<Guid, string>();
        foreach (var kind in rows.ToLookup(r => r.Row.SubjectType, r => r.Row.SubjectId))
        {
            var ids = kind.ToHashSet();
            if (Named(db, kind.Key, ids) is { } query)
            {
                foreach (var (id, name) in await query.ToListAsync(cancellationToken))
                {
                    names[id] = name;
                }
            }

            if (kind.Key == Subjects.Sage)
            {
                // A record that was merged is called as the one it went into.
                foreach (var (id, name) in await db.SageAliases.Where(a => ids.Contains(a.Id)).Join(db.Sages, a => a.SageId, s => s.Id, (a, s) => new { a.Id, s.Name }).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken))
                {
                    names[id] = name;
                }
            }
        }

        return names;
    }

    private static IQueryable<KeyValuePair<Guid, string>>? Named(PortalDb db, string kind, HashSet<Guid> ids) => kind switch
    {
        Subjects.Entry => db.Entries.IgnoreQueryFilters().Where(e => ids.Contains(e.Id)).Select(e => new KeyValuePair<Guid, string>(e.Id, e.Title)),
        Subjects.Topic => db.Topics.Where(t => ids.Contains(t.Id)).Select(t => new KeyValuePair<Guid, string>(t.Id, t.Title)),
        Subjects.Snippet => db.Snippets.Where(s => ids.Contains(s.Id)).Select(s => new KeyValuePair<Guid, string>(s.Id, s.Title)),
        Subjects.LearningBase => db.LearningBases.Where(b => ids.Contains(b.Id)).Select(b => new KeyValuePair<Guid, string>(b.Id, b.Title)),
        Subjects.Sage => db.Sages.Where(s => ids.Contains(s.Id)).Select(s => new KeyValuePair<Guid, string>(s.Id, s.Name)),
        Subjects.Centre => db.Centres.Where(c => ids.Contains(c.Id)).Select(c => new KeyValuePair<Guid, string>(c.Id, c.Name)),
        Subjects.Plot => db.Plots.Where(p => ids.Contains(p.Id)).Select(p => new KeyValuePair<Guid, string>(p.Id, (p.Number ?? "") + " " + p.Name)),
        Subjects.Activity => db.Activities.Where(a => ids.Contains(a.Id)).Select(a => new KeyValuePair<Guid, string>(a.Id, a.Name)),
        Subjects.DistrictReport => db.DistrictReports.Where(r => ids.Contains(r.Id))
            .Join(db.Directives, r => r.DirectiveId, d => d.Id, (r, d) => new { r, d }).Join(db.Areas, both => both.r.AreaCode, a => a.Code, (both, a) => new KeyValuePair<Guid, string>(both.r.Id, "อ." + a.NameTh + " " + both.d.Number)),
        Subjects.RoundLink => db.RoundLinks.Where(l => ids.Contains(l.Id))
            .Join(db.Directives, l => l.DirectiveId, d => d.Id, (l, d) => new KeyValuePair<Guid, string>(l.Id, d.Number)),
        Subjects.Directive => db.Directives.Where(d => ids.Contains(d.Id)).Select(d => new KeyValuePair<Guid, string>(d.Id, d.Number + " " + d.Subject)),
        Subjects.Form => db.FormDefinitions.Where(f => ids.Contains(f.Id)).Select(f => new KeyValuePair<Guid, string>(f.Id, f.Title)),
        Subjects.Asset => db.Assets.Where(a => ids.Contains(a.Id) && !a.IsRemoved).Select(a => new KeyValuePair<Guid, string>(a.Id, a.Use == AssetUse.Evidence ? "หลักฐาน" : a.Alt)),
        Subjects.DictionaryWord => db.DictionaryWords.Where(w => ids.Contains(w.Id)).Select(w => new KeyValuePair<Guid, string>(w.Id, w.Text)),
        Subjects.SynonymPair => db.SynonymPairs.Where(p => ids.Contains(p.Id)).Select(p => new KeyValuePair<Guid, string>(p.Id, p.From + " – " + p.To)),
        // What happened is not told here; when, the row says.
        Subjects.Breach => db.Breaches.Where(b => ids.Contains(b.Id)).Select(b => new KeyValuePair<Guid, string>(b.Id, b.AreaCode == "" ? "ทั้งประเทศ" : "พื้นที่รหัส " + b.AreaCode)),
        // A sheet has no name; which register and area it is for, the row says.
        Subjects.Intake => db.IntakeBatches.Where(b => ids.Contains(b.Id)).Select(b => new KeyValuePair<Guid, string>(b.Id, "ชุดที่นำเข้า")),
        Subjects.Report => db.Reports.Where(r => ids.Contains(r.Id)).Select(r => new KeyValuePair<Guid, string>(r.Id, r.Title)),
        _ => null,
    };
}
