using QualityGovernance.Deployment.Evidence.Signing;

return VerifyEvidenceCommand.Run(args, Console.Out, Console.Error);
