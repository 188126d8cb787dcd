import { KINDS, SECRECIES, TRACKS, type ApprovalRules, type Kind, type Secrecy, type Track } from '@hub/domain';
import { AnyOf, Section, YesNo } from '../wants';

class LeaderShape implements ApprovalRules {
  @AnyOf(KINDS) kinds: Kind[];
  @AnyOf(TRACKS) tracks: Track[];
  @AnyOf(SECRECIES) secrecies: Secrecy[];
  @YesNo() supervised: boolean;
}

export class ApprovalShape {
  @Section(() => LeaderShape) leader: LeaderShape;
}
