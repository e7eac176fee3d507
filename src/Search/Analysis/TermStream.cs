using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using Attribute = Lucene.Net.Util.Attribute;

namespace KhokNongNa.Search.Analysis;

/// <summary>
/// The terms of one field of one document, handed to Lucene as the bytes they are kept as. Used again for the next document:
/// making a stream costs more than most titles.
/// </summary>
internal sealed class TermStream : TokenStream
{
    private readonly TermAttribute _term = new();
    private readonly List<Slice> _terms = [];
    private byte[] _bytes = [];
    private int[] _places = [];
    private int _length;
    private int _next;

    public TermStream() => AddAttributeImpl(_term);

    /// <summary>Begins another document.</summary>
    public void Empty()
    {
        _length = 0;
        _terms.Clear();
    }

    /// <summary>Adds pieces of a text to the document's terms.</summary>
    public void Add(string text, IReadOnlyList<Slice> terms, bool areWords = false)
    {
        MakeRoom(text.Length);
        var bytes = _bytes.AsSpan(_length);
        var written = areWords ? TermBytes.PackWords(text, bytes, _places) : TermBytes.Pack(text, bytes, _places);
        for (var i = 0; i < terms.Count; i++)
        {
            var start = _places[terms[i].Start];
            _terms.Add(new Slice(_length + start, _places[terms[i].End] - start));
        }

        _length += written;
    }

    // Clearing the attributes for each term, as is the custom, took a fifth of the time of indexing: only one of them ever changes.
    public override bool IncrementToken()
    {
        if (_next == _terms.Count)
        {
            return false;
        }

        var (start, length) = _terms[_next++];
        _term.Set(_bytes, start, length);
        return true;
    }

    public override void Reset()
    {
        base.Reset();
        ClearAttributes();
        _next = 0;
    }

    private void MakeRoom(int length)
    {
        if (_bytes.Length - _length < TermBytes.Most(length))
        {
            Array.Resize(ref _bytes, Math.Max(_length + TermBytes.Most(length), _bytes.Length * 2));
        }

        if (_places.Length <= length)
        {
            _places = new int[Math.Max(length + 1, _places.Length * 2)];
        }
    }

    private sealed class TermAttribute : Attribute, ITermToBytesRefAttribute
    {
        public BytesRef BytesRef { get; } = new();

        public void Set(byte[] bytes, int start, int length) =>
            (BytesRef.Bytes, BytesRef.Offset, BytesRef.Length) = (bytes, start, length);

        // The bytes are there already.
        public void FillBytesRef()
        {
        }

        public override void Clear() => BytesRef.Length = 0;

        public override void CopyTo(IAttribute target) => ((TermAttribute)target).Set(BytesRef.Bytes, BytesRef.Offset, BytesRef.Length);
    }
}
