@description('What the names of the resources begin with.')
param prefix string
param location string
param tags object

// One for the machines, and nothing logs in with a password of its own.
resource machines 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${prefix}-machines-id'
  location: location
  tags: tags
}

output id string = machines.id
output clientId string = machines.properties.clientId
output principalId string = machines.properties.principalId
