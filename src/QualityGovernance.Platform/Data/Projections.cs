namespace QualityGovernance.Platform.Data;

/// <summary>Makes answers of records at hand.</summary>
public static class Projections
{
#pragma warning disable CA1000 // The rule takes the extension for a generic type: the method is called on the answer.
    extension<TRecord, TAnswer>(TAnswer)
        where TAnswer : IProjection<TRecord, TAnswer>
    {
        /// <summary>What a query would read of this record.</summary>
        public static TAnswer Of(TRecord record) => Compiled<TRecord, TAnswer>.Project(record);
    }
#pragma warning restore CA1000

    private static class Compiled<TRecord, TAnswer>
        where TAnswer : IProjection<TRecord, TAnswer>
    {
        public static readonly Func<TRecord, TAnswer> Project = TAnswer.Projection.Compile();
    }
}
