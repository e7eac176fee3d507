using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Registers;

/// <summary>What a form asks for: a register's record, or the checklist by which a plot is chosen as a learning centre.</summary>
public enum FormKind
{
    Sage,
    Plot,
    Centre,
    Selection,

    /// <summary>An item of the plan of Activity 4.</summary>
    Activity,
}

/// <summary>Thai words for the kinds of form.</summary>
public static class FormKindNames
{
    public static string Name(this FormKind value) => value switch
    {
        FormKind.Sage => "ทะเบียนปราชญ์",
        FormKind.Plot => "ทะเบียนแปลง",
        FormKind.Centre => "ทะเบียนศูนย์เรียนรู้",
        FormKind.Selection => "เกณฑ์คัดเลือกศูนย์",
        FormKind.Activity => "แผนกิจกรรมที่ 4",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}

/// <summary>
/// A form as data, in versions (settled 12): once a record was saved with it, it stays as it is, and what is asked for differently is a new version.
/// </summary>
public sealed class FormDefinition : Aggregate
{
    private FormDefinition() { }

    /// <summary>Lasting name of this version, such as <c>sage-1</c>.</summary>
    public string Key { get; private init; } = "";

    public FormKind Kind { get; private set; }

    /// <summary>Grows with each version of the kind in an area.</summary>
    public int Number { get; private set; }

    /// <summary>Where it is asked: a province with a form of its own, or everywhere (empty).</summary>
    public string AreaCode { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Where the form comes from; shown to who fills it in.</summary>
    public string Source { get; private set; } = "";

    public IReadOnlyList<FormField> Fields { get; private set; } = [];

    /// <summary>Whether a record was saved with it: from then on nothing of it changes.</summary>
    public bool IsUsed { get; private set; }

    /// <param name="own">Id that a page gave it, so that the same page sent twice is one version.</param>
    public static FormDefinition Create(string key, Guid? own = null) => new() { Key = key, Id = own ?? Guid.CreateVersion7() };

    /// <exception cref="PortalException">It was used already and would say something else, or a field is not well defined.</exception>
    public void Write(FormKind kind, int number, string area, string title, string source, IReadOnlyList<FormField> fields, Actor by, DateTimeOffset now)
    {
        if (!by.May(Permission.Administer, ""))
        {
            throw new PortalException("form.forbidden", "เฉพาะผู้ดูแลระบบจึงแก้แบบฟอร์มได้");
        }

        if (IsUsed && (Kind != kind || Number != number || AreaCode != area || Source != source || Title != title || !Fields.SequenceEqual(fields, FieldsEqual.Instance)))
        {
            throw new PortalException("form.used", "แบบฟอร์มรุ่นนี้มีคนใช้กรอกแล้ว แก้ไม่ได้ โปรดทำเป็นรุ่นใหม่", "fields");
        }

        FormRules.Demand(kind, number, fields);
        (Kind, Number, AreaCode, Title, Source, Fields) = (kind, number, area, title, source, fields);
        Record(Verbs.FormWritten, by, now, ("type", kind), ("version", number), ("area", area));
    }

    internal void Use() => IsUsed = true;

    private sealed class FieldsEqual : IEqualityComparer<FormField>
    {
        public static readonly FieldsEqual Instance = new();

        public bool Equals(FormField? x, FormField? y) => x is not null && y is not null && x.Options.SequenceEqual(y.Options) && x with { Options = y.Options } == y;

        public int GetHashCode(FormField field) => field.Code.GetHashCode(StringComparison.Ordinal);
    }

    private sealed class Config : IEntityTypeConfiguration<FormDefinition>
    {
        public void Configure(EntityTypeBuilder<FormDefinition> form)
        {
            form.ToTable("FormDefinitions");
            form.HasIndex(f => f.Key).IsUnique();
            form.HasIndex(f => new { f.Kind, f.AreaCode, f.Number }).IsUnique();
            form.Property(f => f.Fields).HasJsonConversion();
        }
    }
}
