using Nuke.Common;

interface IOne : INukeBuild
{
    Target Same => _ => _;
}

interface IOther : INukeBuild
{
    Target Same => _ => _;
}

/// <summary>One name, two components.</summary>
class AmbiguousBuild : NukeBuild, IOne, IOther;
