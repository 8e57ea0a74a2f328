import type { FunctionModels, ModelProvider } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { Blank, EmptyState, Page } from '@sellmeapen/ui';
import { useQuery } from '@tanstack/react-query';
import { FUNCTIONS, type FunctionName } from '../../shared/hosts';
import { Loaded } from '../../shared/loaded';
import { allowedHostsQuery, modelsStateQuery, setupQuery } from '../../shared/outside';
import { useTitle } from '../../shared/use-title';
import { entriesOf } from './draft';
import { FunctionSection } from './function-section';
import { Keys } from './keys';
import { catalogueQuery } from './use-setup';

/** What can be set up on this page, and what was. */
const here = (providers: ModelProvider[], functions: FunctionModels[]): FunctionName[] =>
  FUNCTIONS.filter(
    (name) => providers.some((one) => one.functions.includes(name)) || entriesOf(functions, name).length > 0,
  );

export function ModelsPage() {
  const { t } = useTranslation();
  const setup = useQuery(setupQuery);
  const catalogue = useQuery(catalogueQuery);
  const hosts = useQuery(allowedHostsQuery);
  const state = useQuery(modelsStateQuery);
  useTitle(t('models.title'));
  const both = {
    data: setup.data && catalogue.data && hosts.data && { functions: setup.data.value.functions, ...catalogue.data },
    error: setup.error ?? catalogue.error ?? hosts.error,
    refetch: () => Promise.all([setup.refetch(), catalogue.refetch(), hosts.refetch()]),
  };
  return (
    <Page title={t('models.title')} lead={t('models.lead')}>
      <Loaded query={both} blank={<Blank lines={8} height="4rem" />}>
        {({ functions, items }) => (
          <>
            {functions.every(({ entries }) => entries.length === 0) && (
              <EmptyState title={t('models.empty_title')} why={t('models.empty')} />
            )}
            {here(items, functions).map((name) => (
              <FunctionSection
                key={name}
                name={name}
                functions={functions}
                providers={items}
                state={state.data?.functions.find((one) => one.function === name)}
              />
            ))}
            <Keys functions={functions} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
