import { AdministratorsQuery } from './administrators.query.js';
import { AtWorkController } from './at-work/at-work.controller.js';
import { atWork } from './at-work/at-work.projection.js';
import { AtWorkQuery } from './at-work/at-work.query.js';
import { AttemptSignInHandler } from './attempt-sign-in/attempt-sign-in.handler.js';
import { CancelAbsenceController } from './cancel-absence/cancel-absence.controller.js';
import { CancelAbsenceHandler } from './cancel-absence/cancel-absence.handler.js';
import { ChangeAccessController } from './change-access/change-access.controller.js';
import { ChangeAccessHandler } from './change-access/change-access.handler.js';
import { CompleteTrainingController } from './complete-training/complete-training.controller.js';
import { CompleteTrainingHandler } from './complete-training/complete-training.handler.js';
import { EndEmploymentController } from './end-employment/end-employment.controller.js';
import { EndEmploymentHandler } from './end-employment/end-employment.handler.js';
import { HireStaffController } from './hire-staff/hire-staff.controller.js';
import { HireStaffHandler } from './hire-staff/hire-staff.handler.js';
import { MySecondFactorController } from './my-second-factor/my-second-factor.controller.js';
import { NoteAbsenceController } from './note-absence/note-absence.controller.js';
import { NoteAbsenceHandler } from './note-absence/note-absence.handler.js';
import { ReleaseIdentityController } from './release-identity/release-identity.controller.js';
import { ReleaseIdentityHandler } from './release-identity/release-identity.handler.js';
import { RemoveSecondFactorController } from './remove-second-factor/remove-second-factor.controller.js';
import { RemoveSecondFactorHandler } from './remove-second-factor/remove-second-factor.handler.js';
import { ConfirmPasswordHandler } from './set-password/confirm-password.handler.js';
import { SetPasswordController } from './set-password/set-password.controller.js';
import { SetPasswordHandler } from './set-password/set-password.handler.js';
import { SetUpSecondFactorController } from './set-up-second-factor/set-up-second-factor.controller.js';
import { SetUpSecondFactorHandler } from './set-up-second-factor/set-up-second-factor.handler.js';
import { SignOutEverywhereController } from './sign-out-everywhere/sign-out-everywhere.controller.js';
import { SignOutEverywhereHandler } from './sign-out-everywhere/sign-out-everywhere.handler.js';
import { StaffListController } from './staff-list/staff-list.controller.js';
import { staffList } from './staff-list/staff-list.projection.js';
import { StaffListQuery } from './staff-list/staff-list.query.js';
import { TakePostController } from './take-post/take-post.controller.js';
import { TakePostHandler } from './take-post/take-post.handler.js';
import { PostTrainingQuery } from './post-training.query.js';
import { TrainingsDueController } from './trainings-due/trainings-due.controller.js';
import { TrainingsDueQuery } from './trainings-due/trainings-due.query.js';
import { TurnoverController } from './turnover/turnover.controller.js';
import { TurnoverQuery } from './turnover/turnover.query.js';

export const staffSlices = {
  controllers: [
    HireStaffController,
    SetPasswordController,
    MySecondFactorController,
    SetUpSecondFactorController,
    RemoveSecondFactorController,
    ReleaseIdentityController,
    ChangeAccessController,
    EndEmploymentController,
    SignOutEverywhereController,
    NoteAbsenceController,
    CancelAbsenceController,
    CompleteTrainingController,
    TakePostController,
    AtWorkController,
    TrainingsDueController,
    TurnoverController,
    StaffListController,
  ],
  providers: [
    AdministratorsQuery,
    HireStaffHandler,
    SetPasswordHandler,
    ConfirmPasswordHandler,
    SetUpSecondFactorHandler,
    RemoveSecondFactorHandler,
    ReleaseIdentityHandler,
    ChangeAccessHandler,
    EndEmploymentHandler,
    AttemptSignInHandler,
    SignOutEverywhereHandler,
    NoteAbsenceHandler,
    CancelAbsenceHandler,
    CompleteTrainingHandler,
    TakePostHandler,
    PostTrainingQuery,
    AtWorkQuery,
    TrainingsDueQuery,
    TurnoverQuery,
    StaffListQuery,
  ],
  views: [staffList, atWork],
};
