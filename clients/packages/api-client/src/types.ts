import type { components, operations } from './schema';
import type { Worded } from './wire';

export type { Appearance, Category, Level, Outcome, Phase, Seat, Speaker, Stage } from './wire';

// The one place that names generated schemas. Screens import these words and nothing else.
type Schemas = { [Name in keyof components['schemas']]: Worded<components['schemas'][Name]> };
/** Filters stand in addresses, where anything can be written; the server refuses what it does not know. */
type Query<Name extends keyof operations> = {
  [K in Exclude<keyof NonNullable<operations[Name]['parameters']['query']>, 'cursor' | 'limit'>]?: string;
};

export type AllowedHost = Schemas['AllowedHostsHost'];
export type AnswerTime = Schemas['VoiceAnswerTime'];
export type ApiToken = Schemas['TokensTokenLine'];
export type AuditEntry = Schemas['AuditLine'];
export type AuditVerification = Schemas['AuditVerification'];
export type Band = Schemas['Band'];
export type Criterion = Schemas['ScorecardCriterion'];
export type Debrief = Schemas['Debrief'];
export type DebriefTurn = Schemas['DebriefTurn'];
export type EgressLine = Schemas['EgressRowsEgressLine'];
export type Drill = Schemas['DrillView'];
export type DrillCheck = Schemas['DrillbookChecked'];
export type DrillTake = Schemas['DrillTake'];
export type DrillTakeResult = Schemas['DrillTakeResult'];
export type Evidence = Schemas['Evidence'];
export type Figures = Schemas['DebriefFigures'];
export type FunctionModels = Schemas['FunctionModels'];
export type FunctionState = Schemas['SetupStateFunctionState'];
export type Home = Schemas['HomeAnswer'];
export type Invitation = Schemas['InvitationsOpenInvitation'];
export type Invited = Schemas['InvitationsInvited'];
export type LinkLook = Schemas['LinksLinkPurpose'];
export type Me = Schemas['Me'];
export type MindState = Schemas['Mind'];
export type ModelEntry = Schemas['ModelEntry'];
export type ModelKey = Schemas['KeysKey'];
export type ModelProvider = Schemas['ModelsProvider'];
export type ModelState = Schemas['SetupStateEntryState'];
export type JudgeComparison = Schemas['JudgeComparison'];
export type ModelTested = Schemas['TestDeskTested'];
export type Move = Schemas['DebriefMove'];
export type Organisation = Schemas['Organisation'];
export type Permission = Me['permissions'][number];
export type Person = Schemas['PeoplePersonLine'];
export type Persona = Schemas['SessionPersona'];
export type Recording = Schemas['RecordingView'];
export type RecordingPeaks = Schemas['RecordingPeaks'];
export type Role = Me['role'];
export type Scenario = Schemas['LibraryBriefing'];
export type KnowledgeDocument = Schemas['Knowledge'];
export type KnowledgeLine = Schemas['DocumentsLine'];
export type ScenarioFilter = Query<'shelf'>;
export type ScenarioLine = Schemas['ShelfCard'];
export type ScenarioProblem = Schemas['ScenarioProblem'];
export type Scorecard = Schemas['Scorecard'];
export type Session = Schemas['Session'];
export type SessionFilter = Query<'sessions'>;
export type SessionLine = Schemas['SessionLine'];
export type SignIn = Schemas['MeMySignIn'];
export type SessionSpeech = Schemas['SessionSpeechView'];
export type SpeechFigure = Schemas['SpeechMeasurementExplained'];
export type SpeechNorm = Schemas['Norm'];
export type SpeechFigureTrend = Schemas['SpeechTrendsFigureTrend'];
export type SpeechFinding = Schemas['Told'];
export type SpeechMetrics = Schemas['SpeechMeasurementMetrics'];
export type SpeechMoment = Schemas['SpeechReportMoment'];
export type SpeechOverview = Schemas['SpeechTrendsOverview'];
export type SpeechPart = Schemas['SpeechReportPart'];
export type SpeechReport = Schemas['SpeechReport'];
export type SpeechTimeline = Schemas['SpeechTimeline'];
export type SpeechTrends = Schemas['Trends'];
export type Take = Schemas['DebriefTake'];
export type Team = Schemas['TeamLine'];
export type TeamMember = Schemas['TeamMember'];
export type TeamOverview = Schemas['TeamOverviewAnswer'];
export type Technique = Schemas['LibraryTechnique'];
export type TrendPoint = Schemas['SessionTrendPoint'];
export type Turn = Schemas['SessionTurn'];
export type TurnAnswer = Schemas['TurnAnswer'];
export type Verdict = Criterion['verdict'];
export type VoiceOffer = Schemas['Voice'];
export type VoicePart = Schemas['OfferPart'];

/** A refusal as it travels (RFC 9457). */
export interface Problem {
  type?: string;
  title: string;
  status: number;
  detail?: string;
  code: string;
  request_id?: string;
  /** Which value cannot be taken. */
  field?: string;
  /** What nothing may leave for (yet), and which model asks there. */
  host?: string;
  purpose?: string;
  provider?: string;
  model?: string;
  errors?: { field: string; message: string }[];
}
