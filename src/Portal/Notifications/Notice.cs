using System.Text.Json.Nodes;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Notifications;

/// <summary>Tells a member what happened to their text. One row per member and happening, however often the journal is read.</summary>
public sealed class Notice
{
    public required Guid MemberId { get; init; }

    /// <summary>Number of the journal row that it tells of.</summary>
    public required long Seq { get; init; }

    public required Guid EntryId { get; init; }

    public required string Verb { get; init; }

    public required DateTimeOffset At { get; init; }

    private sealed class Config : IEntityTypeConfiguration<Notice>
    {
        public void Configure(EntityTypeBuilder<Notice> notice)
        {
            notice.ToTable("Notices");
            notice.HasKey(n => new { n.MemberId, n.Seq });
        }
    }
}

/// <summary>Writes a notice to the author, and to who wrote it down, when somebody else returns, approves or publishes their text; to who is asked to review one; and to who scheduled one that could not be published.</summary>
public sealed class NoticeFollower : IOnceFollower
{
    public string Name => "notices";

    public Task FollowAsync(PortalDb db, IReadOnlyList<Happening> batch, CancellationToken cancellationToken)
    {
        foreach (var happening in batch)
        {
            foreach (var writer in Concerned(happening).Where(w => w != happening.ActorId && w != Actor.System.Id).Distinct())
            {
                db.Notices.Add(new Notice
                {
                    MemberId = writer,
                    Seq = happening.Seq,
                    EntryId = happening.SubjectId,
                    Verb = happening.Verb,
                    At = happening.At,
                });
            }
        }

        return Task.CompletedTask;
    }

    // The author, who wrote it down for the author, and who has to do with it now.
    private static IEnumerable<Guid> Concerned(Happening happening)
    {
        var facts = happening.SubjectType == Subjects.Entry ? JsonNode.Parse(happening.Data) : null;
        foreach (var role in (string[])["author", "recorder", "publisher", "member"])
        {
            if (facts?[role]?.GetValue<string>() is { } id)
            {
                yield return Guid.Parse(id);
            }
        }
    }
}
