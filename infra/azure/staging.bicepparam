// Written by ./build.sh GenerateInfrastructureParameters out of .nuke/environments/staging.json. Change that file, and run it again.
using 'main.bicep'

param environment = 'staging'
param stack = 'qgp-staging'
param host = 'qgp-staging.example.org'
param publishedPort = 8091
param encrypted = false
param vaultName = 'qgp-staging'
param machineCount = 3
param settings = {
  CORS_ORIGINS: 'https://qgp-staging.example.org'
  LOG_LEVEL: 'INFO'
}

param machineAdministratorPublicKey = readEnvironmentVariable('QGP_STAGING_ADMINISTRATOR_PUBLIC_KEY')
param operatorAddressRange = readEnvironmentVariable('QGP_STAGING_OPERATOR_ADDRESS_RANGE')
param operatorsGroupId = readEnvironmentVariable('QGP_STAGING_OPERATORS_GROUP')
param alertMailAddress = readEnvironmentVariable('QGP_STAGING_ALERT_MAIL')
param databasePassword = readEnvironmentVariable('QGP_STAGING_DATABASE_PASSWORD')
param secretKey = readEnvironmentVariable('QGP_STAGING_SECRET_KEY')
param jwtSecretKey = readEnvironmentVariable('QGP_STAGING_JWT_SECRET_KEY')
