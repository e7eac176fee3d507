using KhokNongNa.Portal.Registers;

namespace KhokNongNa.Portal.Journal;

/// <summary>Something that can happen to a kind of subject, and the only facts that its journal row may carry.</summary>
/// <param name="Subject">Kind of subject; a lasting name, never a type's name.</param>
/// <param name="Name">What happened, in the past tense.</param>
/// <param name="Facts">Keys allowed in <see cref="Happening.Data"/>.</param>
public sealed record Verb(string Subject, string Name, params string[] Facts);

/// <summary>Kinds of subject in the journal.</summary>
public static class Subjects
{
    public const string Portal = "portal";
    public const string Member = "member";
    public const string Entry = "entry";
    public const string Topic = "topic";
    public const string Snippet = "snippet";
    public const string LearningBase = "base";
    public const string Sage = "sage";
    public const string Centre = "centre";
    public const string Plot = "plot";
    public const string Activity = "activity";
    public const string Directive = "directive";
    public const string DistrictReport = "district-report";
    public const string RoundLink = "round-link";
    public const string Form = "form";
    public const string Asset = "asset";
    public const string DictionaryWord = "dictionary-word";
    public const string SynonymPair = "synonym-pair";
    public const string Breach = "breach";
    public const string Intake = "intake";
    public const string Report = "report";
}

/// <summary>The one list of everything that the journal can say.</summary>
public static class Verbs
{
    public static readonly Verb MemberJoined = new(Subjects.Member, "joined", "role", "area", "centre", "until");
    public static readonly Verb MemberRoleGiven = new(Subjects.Member, "role-given", "role", "area", "centre", "until");
    public static readonly Verb MemberRoleTaken = new(Subjects.Member, "role-taken", "role", "area", "centre");
    public static readonly Verb MemberWritten = new(Subjects.Member, "written", "revision");
    public static readonly Verb MemberShownChosen = new(Subjects.Member, "shown-chosen", "shown");
    public static readonly Verb MemberClosed = new(Subjects.Member, "closed");
    public static readonly Verb MemberReopened = new(Subjects.Member, "reopened");
    public static readonly Verb MemberErased = new(Subjects.Member, "erased");
    public static readonly Verb MemberPinIssued = new(Subjects.Member, "pin-issued");
    public static readonly Verb MemberPinChosen = new(Subjects.Member, "pin-chosen");
    public static readonly Verb MemberSlowed = new(Subjects.Member, "slowed", "failures");
    public static readonly Verb MemberUnlocked = new(Subjects.Member, "unlocked");
    public static readonly Verb MemberSignedIn = new(Subjects.Member, "signed-in", "way", "device");
    public static readonly Verb MemberSignedOut = new(Subjects.Member, "signed-out", "device");
    public static readonly Verb MemberSignedOutEverywhere = new(Subjects.Member, "signed-out-everywhere");
    public static readonly Verb MemberDeviceRevoked = new(Subjects.Member, "device-revoked", "device");
    public static readonly Verb MemberInvited = new(Subjects.Member, "invited", "invitation");
    public static readonly Verb MemberInvitationUsed = new(Subjects.Member, "invitation-used", "invitation");
    public static readonly Verb MemberLoginLinked = new(Subjects.Member, "login-linked", "provider");
    public static readonly Verb MemberLoginUnlinked = new(Subjects.Member, "login-unlinked", "provider");
    public static readonly Verb MemberRecorderNamed = new(Subjects.Member, "recorder-named", "recorder");
    public static readonly Verb MemberRecorderDropped = new(Subjects.Member, "recorder-dropped", "recorder");
    public static readonly Verb MemberContactWritten = new(Subjects.Member, "contact-written");
    public static readonly Verb MemberContactSeen = new(Subjects.Member, "contact-seen");
    public static readonly Verb MemberDataExported = new(Subjects.Member, "data-exported");

    public static readonly Verb EntryDrafted = new(Subjects.Entry, "drafted", "type", "area", "revision", "teller");
    public static readonly Verb EntryRevised = new(Subjects.Entry, "revised", "revision", "fields");
    public static readonly Verb EntryMoved = new(Subjects.Entry, "moved", "area");
    public static readonly Verb EntrySubmitted = new(Subjects.Entry, "submitted", "revision");
    public static readonly Verb EntryReturned = new(Subjects.Entry, "returned", "revision", "author", "recorder");
    public static readonly Verb EntryApproved = new(Subjects.Entry, "approved", "revision", "author", "recorder");
    public static readonly Verb EntryPublished = new(Subjects.Entry, "published", "type", "area", "revision", "author", "recorder");
    public static readonly Verb EntryArchived = new(Subjects.Entry, "archived", "revision");
    public static readonly Verb EntryConfirmed = new(Subjects.Entry, "confirmed", "revision");
    public static readonly Verb EntryTrashed = new(Subjects.Entry, "trashed", "revision");
    public static readonly Verb EntryTakenBack = new(Subjects.Entry, "taken-back", "revision");
    public static readonly Verb EntryRemoved = new(Subjects.Entry, "removed", "revision");
    public static readonly Verb EntryReviewAssigned = new(Subjects.Entry, "review-assigned", "revision", "member", "due");
    public static readonly Verb EntryScheduled = new(Subjects.Entry, "scheduled", "revision", "on", "at");
    public static readonly Verb EntryUnscheduled = new(Subjects.Entry, "unscheduled", "revision");
    public static readonly Verb EntryScheduleMissed = new(Subjects.Entry, "schedule-missed", "revision", "missed", "publisher", "author", "recorder");
    public static readonly Verb EntryExpirySet = new(Subjects.Entry, "expiry-set", "on", "at");
    public static readonly Verb EntryExpiryLifted = new(Subjects.Entry, "expiry-lifted");
    /// <summary>A page got another place in the tree: under which page, none at the top, and where among those beside it.</summary>
    public static readonly Verb EntryPlaced = new(Subjects.Entry, "placed", "parent", "position");
    public static readonly Verb EntryRestored = new(Subjects.Entry, "restored", "revision", "restored", "fields");
    public static readonly Verb EntryPreviewShared = new(Subjects.Entry, "preview-shared", "revision", "until");
    public static readonly Verb EntryPreviewsEnded = new(Subjects.Entry, "previews-ended");


    /// <summary>Kept away from readers while somebody looks into it, and shown again.</summary>
    public static readonly Verb EntryHidden = new(Subjects.Entry, "hidden");
    public static readonly Verb EntryShown = new(Subjects.Entry, "shown");

    /// <summary>A reader's report on a page; its words and telephone number are written nowhere here.</summary>
    public static readonly Verb PageReported = new(Subjects.Report, "made", "reason", "area", "owner", "owner-id");
    public static readonly Verb ReportHid = new(Subjects.Report, "hid-page", "area");
    public static readonly Verb ReportClosed = new(Subjects.Report, "closed", "area", "outcome");

    public static readonly Verb TopicWritten = new(Subjects.Topic, "written", "fields");

    /// <summary>The topic went into another; its key and addresses lead there.</summary>
    public static readonly Verb TopicMerged = new(Subjects.Topic, "merged", "into");
    public static readonly Verb SnippetWritten = new(Subjects.Snippet, "written");
    public static readonly Verb SnippetRemoved = new(Subjects.Snippet, "removed");
    public static readonly Verb BaseWritten = new(Subjects.LearningBase, "written", "fields");
    public static readonly Verb CentreWritten = new(Subjects.Centre, "written", "area", "revision", "state", "stage");
    public static readonly Verb CentreAssessed = new(Subjects.Centre, "assessed", "area", "percent", "missing");
    public static readonly Verb CentreSubmitted = new(Subjects.Centre, "submitted", "area", "revision", "percent");
    public static readonly Verb CentreReturned = new(Subjects.Centre, "returned", "area", "revision", "percent");
    public static readonly Verb CentreChecked = new(Subjects.Centre, "checked", "area", "revision", "percent");
    public static readonly Verb CentreAccepted = new(Subjects.Centre, "accepted", "area", "revision", "percent");
    public static readonly Verb CentreMoved = new(Subjects.Centre, "moved", "area", "stage", "on", "score");
    public static readonly Verb CentreRemoved = new(Subjects.Centre, "removed", "area");
    public static readonly Verb CentreContactSeen = new(Subjects.Centre, "contact-seen");
    public static readonly Verb CentrePersonErased = new(Subjects.Centre, "person-erased", "area", "person");

    public static readonly Verb PlotWritten = new(Subjects.Plot, "written", "area", "revision", "state", "stage");
    public static readonly Verb PlotAssessed = new(Subjects.Plot, "assessed", "area", "percent", "missing");
    public static readonly Verb PlotSubmitted = new(Subjects.Plot, "submitted", "area", "revision", "percent");
    public static readonly Verb PlotReturned = new(Subjects.Plot, "returned", "area", "revision", "percent");
    public static readonly Verb PlotChecked = new(Subjects.Plot, "checked", "area", "revision", "percent");
    public static readonly Verb PlotAccepted = new(Subjects.Plot, "accepted", "area", "revision", "percent");
    public static readonly Verb PlotMoved = new(Subjects.Plot, "moved", "area", "type", "stage", "on");
    public static readonly Verb PlotBecame = new(Subjects.Plot, "became-centre", "area", "type", "centre");
    public static readonly Verb PlotRemoved = new(Subjects.Plot, "removed", "area", "type", "stage");
    public static readonly Verb PlotHouseholdErased = new(Subjects.Plot, "household-erased", "area");

    public static readonly Verb ActivityWritten = new(Subjects.Activity, "written", "area", "revision", "state", "kick-off", "ready", "on");
    public static readonly Verb ActivityAssessed = new(Subjects.Activity, "assessed", "area", "percent", "missing");
    public static readonly Verb ActivitySubmitted = new(Subjects.Activity, "submitted", "area", "revision", "percent");
    public static readonly Verb ActivityReturned = new(Subjects.Activity, "returned", "area", "revision", "percent");
    public static readonly Verb ActivityChecked = new(Subjects.Activity, "checked", "area", "revision", "percent");
    public static readonly Verb ActivityAccepted = new(Subjects.Activity, "accepted", "area", "revision", "percent");
    public static readonly Verb ActivityCancelled = new(Subjects.Activity, "cancelled", "area");
    public static readonly Verb ActivityRemoved = new(Subjects.Activity, "removed", "area");

    public static readonly Verb SageWritten = new(Subjects.Sage, "written", "area", "revision", "state", "living");
    public static readonly Verb SageAssessed = new(Subjects.Sage, "assessed", "area", "percent", "missing");
    public static readonly Verb SageSubmitted = new(Subjects.Sage, "submitted", "area", "revision", "percent");
    public static readonly Verb SageReturned = new(Subjects.Sage, "returned", "area", "revision", "percent");
    public static readonly Verb SageChecked = new(Subjects.Sage, "checked", "area", "revision", "percent");
    public static readonly Verb SageAccepted = new(Subjects.Sage, "accepted", "area", "revision", "percent");
    public static readonly Verb SagePublished = new(Subjects.Sage, "published", "area");
    public static readonly Verb SageHidden = new(Subjects.Sage, "hidden", "area");
    public static readonly Verb SageDeceased = new(Subjects.Sage, "deceased", "area");
    public static readonly Verb SageConfirmed = new(Subjects.Sage, "confirmed", "on");
    public static readonly Verb SageContactWritten = new(Subjects.Sage, "contact-written", "channel", "visibility");
    public static readonly Verb SageContactRemoved = new(Subjects.Sage, "contact-removed", "channel");
    public static readonly Verb SageContactSeen = new(Subjects.Sage, "contact-seen");
    public static readonly Verb SageToldApart = new(Subjects.Sage, "told-apart", "other");

    /// <summary>The record went into another of the same person; its number, in small letters, leads there.</summary>
    public static readonly Verb SageMerged = new(Subjects.Sage, "merged", "area", "into", "number");
    public static readonly Verb SageDataExported = new(Subjects.Sage, "data-exported");
    public static readonly Verb SageRemoved = new(Subjects.Sage, "removed", "area");
    public static readonly Verb ConsentGiven = new(Subjects.Sage, "consent-given", "purpose", "method", "on", "until", "asset");
    public static readonly Verb ConsentWithdrawn = new(Subjects.Sage, "consent-withdrawn", "purpose");
    public static readonly Verb ConsentExpired = new(Subjects.Sage, "consent-expired", "purpose");

    /// <summary>What can happen to each record of a register.</summary>
    public static readonly RegisterVerbs OfSage = new(SageWritten, SageAssessed, SageSubmitted, SageReturned, SageChecked, SageAccepted);
    public static readonly RegisterVerbs OfCentre = new(CentreWritten, CentreAssessed, CentreSubmitted, CentreReturned, CentreChecked, CentreAccepted);
    public static readonly RegisterVerbs OfPlot = new(PlotWritten, PlotAssessed, PlotSubmitted, PlotReturned, PlotChecked, PlotAccepted);

    public static readonly RegisterVerbs OfActivity = new(ActivityWritten, ActivityAssessed, ActivitySubmitted, ActivityReturned, ActivityChecked, ActivityAccepted);

    public static readonly Verb FormWritten = new(Subjects.Form, "written", "type", "version", "area");

    /// <summary>The round's rules as the board counts with them: areas addressed and left out, and the numbers of its tasks.</summary>
    public static readonly Verb DirectiveWritten = new(
        Subjects.Directive, "written", "area", "on", "due", "addressed", "exempt", "centres", "plots-per", "spread", "sages", "kick-offs");
    public static readonly Verb DirectiveExempted = new(Subjects.Directive, "exempted", "area");
    public static readonly Verb DirectiveExemptionLifted = new(Subjects.Directive, "exemption-lifted", "area");

    public static readonly Verb ReportAssigned = new(Subjects.DistrictReport, "assigned", "directive", "area", "member");
    public static readonly Verb ReportSubmitted = new(Subjects.DistrictReport, "submitted", "directive", "area", "late", "percent", "checked");
    public static readonly Verb ReportReopened = new(Subjects.DistrictReport, "reopened", "directive", "area");

    /// <summary>A way in without signing in; what came through it is told by the records, whose actor is the link.</summary>
    public static readonly Verb RoundLinkMade = new(Subjects.RoundLink, "made", "directive", "area", "link", "until");
    public static readonly Verb RoundLinkRevoked = new(Subjects.RoundLink, "revoked", "directive", "area", "link");

    public static readonly Verb AssetAdded = new(Subjects.Asset, "added", "use", "owner", "owner-id", "area", "width", "height", "shows");
    public static readonly Verb AssetWritten = new(Subjects.Asset, "written", "shows");
    public static readonly Verb AssetReplaced = new(Subjects.Asset, "replaced", "width", "height");
    public static readonly Verb AssetRemoved = new(Subjects.Asset, "removed", "owner", "owner-id", "area");
    public static readonly Verb AssetEvidenceSeen = new(Subjects.Asset, "evidence-seen", "owner", "owner-id");

    public static readonly Verb WordAdded = new(Subjects.DictionaryWord, "added");
    public static readonly Verb WordChanged = new(Subjects.DictionaryWord, "changed");
    public static readonly Verb WordRemoved = new(Subjects.DictionaryWord, "removed");
    public static readonly Verb SynonymsAdded = new(Subjects.SynonymPair, "added", "mutual");
    public static readonly Verb SynonymsChanged = new(Subjects.SynonymPair, "changed", "mutual");
    public static readonly Verb SynonymsRemoved = new(Subjects.SynonymPair, "removed");

    public static readonly Verb BreachNoted = new(Subjects.Breach, "noted", "area", "on");
    public static readonly Verb BreachRevised = new(Subjects.Breach, "revised", "area", "revision");

    /// <summary>A sheet on its way into a register: looked at, good rows written, taken back.</summary>
    public static readonly Verb IntakeRead = new(Subjects.Intake, "read", "register", "area", "rows");
    public static readonly Verb IntakeAccepted = new(Subjects.Intake, "accepted", "register", "area", "rows");
    public static readonly Verb IntakeUndone = new(Subjects.Intake, "undone", "register", "area", "rows");

    /// <summary>Somebody looked for a person; what was typed is written nowhere.</summary>
    public static readonly Verb PrivacySearched = new(Subjects.Portal, "privacy-searched", "found");

    public static readonly Verb SignInFlooded = new(Subjects.Portal, "sign-in-flooded");
    public static readonly Verb SiteWritten = new(Subjects.Portal, "site-written");
    public static readonly Verb SyntheticWiped = new(Subjects.Portal, "synthetic-wiped");
    public static readonly Verb AreasRenamed = new(Subjects.Portal, "areas-renamed");
    public static readonly Verb ReindexRequested = new(Subjects.Portal, "reindex-requested");

    /// <summary>Somebody took rows of a register out of the portal, for which use and how many.</summary>
    public static readonly Verb SheetExported = new(Subjects.Portal, "sheet-exported", "register", "area", "rows", "kind");

    /// <summary>Somebody took journal rows out of the portal: numbers of the first and the last, and how many.</summary>
    public static readonly Verb AuditExported = new(Subjects.Portal, "audit-exported", "from", "to", "rows");
}
