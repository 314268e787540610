@description('What the names of the resources begin with.')
param prefix string
param location string
param tags object
param subnetId string
param poolId string
param identityId string
param identityClientId string
param vaultUri string
param collectionRuleId string
param workspaceId string

@description('Machines of the Swarm. An odd number; three keep the Swarm able to change while one is lost.')
@allowed([1, 3, 5])
param count int
param size string

@description('The zones that they are spread over.')
param zones string[]
param administrator string

@description('The public half of the key that administrators log in with; passwords are not accepted.')
param administratorPublicKey string

var cloudInit = replace(
  replace(loadTextContent('../cloud-init.yaml'), '@VAULT_URI@', vaultUri),
  '@CLIENT_ID@',
  identityClientId
)

resource machines 'Microsoft.Compute/virtualMachineScaleSets@2024-07-01' = {
  name: '${prefix}-machines'
  location: location
  tags: tags
  zones: zones
  sku: { name: size, tier: 'Standard', capacity: count }
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    orchestrationMode: 'Uniform'
    overprovision: false
    singlePlacementGroup: true
    // A machine of the Swarm is drained before it is changed; nothing replaces one by itself.
    upgradePolicy: { mode: 'Manual' }
    virtualMachineProfile: {
      osProfile: {
        computerNamePrefix: 'qgp'
        adminUsername: administrator
        customData: base64(cloudInit)
        linuxConfiguration: {
          disablePasswordAuthentication: true
          ssh: { publicKeys: [{ path: '/home/${administrator}/.ssh/authorized_keys', keyData: administratorPublicKey }] }
        }
      }
      securityProfile: {
        securityType: 'TrustedLaunch'
        uefiSettings: { secureBootEnabled: true, vTpmEnabled: true }
      }
      storageProfile: {
        imageReference: { publisher: 'Debian', offer: 'debian-12', sku: '12-gen2', version: 'latest' }
        osDisk: {
          createOption: 'FromImage'
          diskSizeGB: 64
          managedDisk: { storageAccountType: 'Premium_LRS' }
        }
      }
      networkProfile: {
        networkInterfaceConfigurations: [
          {
            name: 'primary'
            properties: {
              primary: true
              ipConfigurations: [
                {
                  name: 'primary'
                  properties: {
                    subnet: { id: subnetId }
                    loadBalancerBackendAddressPools: [{ id: poolId }]
                  }
                }
              ]
            }
          }
        ]
      }
      diagnosticsProfile: { bootDiagnostics: { enabled: true } }
      extensionProfile: {
        extensions: [
          {
            name: 'AzureMonitorLinuxAgent'
            properties: {
              publisher: 'Microsoft.Azure.Monitor'
              type: 'AzureMonitorLinuxAgent'
              typeHandlerVersion: '1.33'
              autoUpgradeMinorVersion: true
              enableAutomaticUpgrade: true
              settings: { authentication: { managedIdentity: { 'identifier-name': 'mi_res_id', 'identifier-value': identityId } } }
            }
          }
        ]
      }
    }
  }
}

resource collection 'Microsoft.Insights/dataCollectionRuleAssociations@2023-03-11' = {
  name: 'to-workspace'
  scope: machines
  properties: { dataCollectionRuleId: collectionRuleId }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: machines
  properties: {
    workspaceId: workspaceId
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output id string = machines.id
output name string = machines.name
