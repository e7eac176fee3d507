using KhokNongNa.Portal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>What a reviewer has looked at before a text is approved.</summary>
public enum ReviewPoint
{
    Clear,
    Safe,
    Repeatable,
    Credited,
    Categorised,
}

public enum ReviewOutcome
{
    Approved,
    Returned,
}

/// <summary>A review that has ended. The one that is open is the entry's state <see cref="EntryState.InReview"/> itself, so there is never a second.</summary>
public sealed class Review
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid EntryId { get; init; }

    public required int RevisionNumber { get; init; }

    public required ReviewOutcome Outcome { get; init; }

    public required Guid ById { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What was ticked, at an approval.</summary>
    public IReadOnlyList<ReviewPoint> Ticked { get; init; } = [];

    /// <summary>Who was to do it; <c>null</c> → whoever came first.</summary>
    public Guid? ReviewerId { get; init; }

    public DateOnly? Due { get; init; }

    private sealed class Config : IEntityTypeConfiguration<Review>
    {
        public void Configure(EntityTypeBuilder<Review> review)
        {
            review.ToTable("Reviews");
            // Found through the entry it would count as one that is there already.
            review.Property(r => r.Id).ValueGeneratedNever();
            review.HasIndex(r => new { r.EntryId, r.At });
            review.Property(r => r.Ticked).HasJsonConversion();
        }
    }
}

/// <summary>What a reviewer asks to change.</summary>
/// <param name="Field">Name of the field; empty → the text as a whole.</param>
public sealed record FieldRemark(string Field, string Text);

public static class ReviewNames
{
    /// <summary>What the reviewer says by ticking it.</summary>
    public static string Sentence(this ReviewPoint point) => point switch
    {
        ReviewPoint.Clear => "ชัดเจน: อ่านครั้งเดียวเข้าใจ รู้ว่าต้องทำอะไร",
        ReviewPoint.Safe => "ปลอดภัย: ทำตามแล้วไม่มีใครเจ็บ มีข้อควรระวังครบ",
        ReviewPoint.Repeatable => "ทำซ้ำได้: วัสดุ ขั้นตอน และเวลาพอให้คนอื่นทำตาม",
        ReviewPoint.Credited => "เครดิต: บอกว่าใครเล่า และอ่านจากไหน",
        ReviewPoint.Categorised => "หมวด: หัวข้อและพื้นที่ถูกต้อง หาเจอ",
        _ => throw new ArgumentOutOfRangeException(nameof(point)),
    };

    /// <summary>In one word, for the history.</summary>
    public static string Name(this ReviewPoint point) => point switch
    {
        ReviewPoint.Clear => "ชัดเจน",
        ReviewPoint.Safe => "ปลอดภัย",
        ReviewPoint.Repeatable => "ทำซ้ำได้",
        ReviewPoint.Credited => "เครดิต",
        ReviewPoint.Categorised => "หมวด",
        _ => throw new ArgumentOutOfRangeException(nameof(point)),
    };
}
