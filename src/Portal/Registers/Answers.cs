using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Programme;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Registers;

/// <summary>What a record and the rows beside it say, by field code, in words: for completeness, checking, comparing and printing.</summary>
public static class Answers
{
    /// <summary>Answers of the latest wording as people read them.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> AnswersAsync(this PortalDb db, Registered noun, CancellationToken cancellationToken) =>
        await db.AnswersAsync(noun, await AnswerWords.LoadAsync(db, [noun], cancellationToken), cancellationToken);

    /// <summary>Answers of the latest wording. Values of contact data are not among them, only that there are some.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> AnswersAsync(this PortalDb db, Registered noun, AnswerWords words, CancellationToken cancellationToken) => noun switch
    {
        Sage sage => SageAnswers.Of(sage.Latest, await db.BesideAsync(sage, cancellationToken), words),
        Plot plot => PlotAnswers.Of(plot.Latest, words),
        Centre centre => CentreAnswers.Of(centre.Latest, await db.BesideAsync(centre, cancellationToken), words),
        Activity activity => ActivityAnswers.Of(activity.Latest, words),
        _ => throw new ArgumentOutOfRangeException(nameof(noun)),
    };

    private static async Task<SageBeside> BesideAsync(this PortalDb db, Sage sage, CancellationToken cancellationToken)
    {
        // With what this transaction is about to write.
        List<(ContactChannel, Visibility)> contacts = [.. db.SageContacts.Local.Where(c => c.SageId == sage.Id && db.IsNew(c)).Select(c => (c.Channel, c.Visibility))];
        if (db.IsNew(sage))
        {
            // A sheet brings thousands of them, and no row can stand beside one yet.
            return new(contacts, [], HasPhoto: false, sage.ConfirmedOn);
        }

        contacts.AddRange((await db.SageContacts.Where(c => c.SageId == sage.Id).Select(c => new { c.Channel, c.Visibility }).ToListAsync(cancellationToken)).Select(c => (c.Channel, c.Visibility)));
        return new(
            contacts,
            await db.Consents.Where(c => c.SageId == sage.Id && c.WithdrawnAt == null).Select(c => c.Purpose).Distinct().ToListAsync(cancellationToken),
            await db.HasPictureAsync(new(Subjects.Sage, sage.Id), cancellationToken),
            sage.ConfirmedOn);
    }

    private static async Task<CentreBeside> BesideAsync(this PortalDb db, Centre centre, CancellationToken cancellationToken) => new(
        await db.Plots.Where(p => p.CentreKey == centre.Key).OrderBy(p => p.Number).Select(p => p.Number ?? p.Name).ToListAsync(cancellationToken),
        await db.Sages.CountAsync(s => s.CentreKeys.Contains(centre.Key), cancellationToken),
        await db.HasPictureAsync(new(Subjects.Centre, centre.Id), cancellationToken),
        centre.History.LastOrDefault(s => s.Score is not null));
}

/// <summary>What stands beside a sage's record and counts in it.</summary>
public sealed record SageBeside(
    IReadOnlyList<(ContactChannel Channel, Visibility Visibility)> Contacts, IReadOnlyList<ConsentPurpose> Consents, bool HasPhoto, DateOnly? ConfirmedOn);

/// <summary>What stands beside a centre's record and counts in it.</summary>
/// <param name="Plots">Register numbers of the plots that it was made of.</param>
/// <param name="Sages">How many sages of the register work there.</param>
/// <param name="Selection">The latest step with a score.</param>
public sealed record CentreBeside(IReadOnlyList<string> Plots, int Sages, bool HasPhoto, CentreStep? Selection);
