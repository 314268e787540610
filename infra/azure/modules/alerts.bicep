@description('What the names of the resources begin with.')
param prefix string
param location string
param tags object

@description('Who is told.')
param mailAddress string
param workspaceId string
param balancerId string
param machinesId string
param databaseId string

@description('Answers of 500 and above in five minutes after which somebody is told.')
param failedRequests int

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${prefix}-operators'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'qgp'
    enabled: true
    emailReceivers: [{ name: 'operators', emailAddress: mailAddress, useCommonAlertSchema: true }]
  }
}

var metricAlerts = [
  {
    name: 'readiness'
    description: 'Fewer than half of the machines answer ready to the balancer.'
    severity: 0
    target: balancerId
    namespace: 'Microsoft.Network/loadBalancers'
    metric: 'DipAvailability'
    operator: 'LessThan'
    threshold: 50
    window: 'PT5M'
  }
  {
    name: 'machines-cpu'
    description: 'The machines are busier than 85 % for a quarter of an hour.'
    severity: 2
    target: machinesId
    namespace: 'Microsoft.Compute/virtualMachineScaleSets'
    metric: 'Percentage CPU'
    operator: 'GreaterThan'
    threshold: 85
    window: 'PT15M'
  }
  {
    name: 'database-cpu'
    description: 'The database is busier than 85 % for a quarter of an hour.'
    severity: 2
    target: databaseId
    namespace: 'Microsoft.DBforPostgreSQL/flexibleServers'
    metric: 'cpu_percent'
    operator: 'GreaterThan'
    threshold: 85
    window: 'PT15M'
  }
  {
    name: 'database-storage'
    description: 'The disk of the database is fuller than 80 %; at 95 % the server stops writing.'
    severity: 1
    target: databaseId
    namespace: 'Microsoft.DBforPostgreSQL/flexibleServers'
    metric: 'storage_percent'
    operator: 'GreaterThan'
    threshold: 80
    window: 'PT15M'
  }
]

resource alerts 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for alert in metricAlerts: {
    name: '${prefix}-${alert.name}'
    location: 'global'
    tags: tags
    properties: {
      description: alert.description
      severity: alert.severity
      enabled: true
      autoMitigate: true
      scopes: [alert.target]
      evaluationFrequency: 'PT1M'
      windowSize: alert.window
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: alert.name
            metricNamespace: alert.namespace
            metricName: alert.metric
            operator: alert.operator
            threshold: alert.threshold
            timeAggregation: 'Average'
          }
        ]
      }
      actions: [{ actionGroupId: operators.id }]
    }
  }
]

// The engine wraps each line of the service, itself JSON, into JSON.
resource failures 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${prefix}-failed-requests'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: '${prefix}-failed-requests'
    description: 'The service answers with 500 or above.'
    severity: 1
    enabled: true
    autoMitigate: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    criteria: {
      allOf: [
        {
          query: loadTextContent('../failed-requests.kql')
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: failedRequests
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [operators.id] }
  }
}
