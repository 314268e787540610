namespace QualityGovernance.Migrations.Commands;

internal static class ExitCodes
{
    public const int Ok = 0;
    public const int Failed = 1;
    public const int Usage = 64; // EX_USAGE of sysexits.h
}
